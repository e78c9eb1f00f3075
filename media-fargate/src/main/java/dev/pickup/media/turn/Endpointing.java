package dev.pickup.media.turn;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How long a caller's silence must last before their turn is over: short when the thought is complete, long
/// when it
/// hangs. Pure: text in, patience out.
///
/// Punctuation is no cue: recognizers end 95 % of sentences that were cut in the middle with a full stop.
final class Endpointing {
    private static final Set<String> HANGING = Set.of(
            "and", "or", "but", "so", "because", "if", "that", "which", "with", "for", "to", "at", "in", "on", "of",
            "from", "about", "the", "a", "an", "my", "your", "our", "his", "her", "their", "is", "are", "was", "it's",
            "i'm", "i", "um", "uh", "er", "erm", "uhm", "well", "like", "maybe", "then", "also", "between", "until",
            "around", "by", "number", "name", "email", "address");

    /// Verbs that come first in a question to be answered by yes or no.
    private static final Set<String> INVERTED = Set.of(
            "do", "does", "did", "can", "could", "would", "will", "is", "are", "have", "may", "should", "shall", "was");

    private static final Set<String> ASKING = Set.of(
            "what", "what's", "when", "when's", "where", "where's", "who", "how", "how's", "which", "why", "do", "does",
            "did", "can", "could", "would", "will", "is", "are", "have", "may", "should");

    private static final Set<String> CLOSING =
            Set.of("please", "thanks", "you", "bye", "goodbye", "yes", "no", "nope", "correct", "it", "all", "great");

    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"));

    private Endpointing() {}

    /// Silence that ends a turn.
    enum Patience {
        /// The thought is complete.
        SHORT(400),
        /// Nothing speaks for either. Also while no words are known yet.
        USUAL(600),
        /// The sentence hangs.
        LONG(1_200),
        /// Digits or letters are being dictated, and some are missing.
        DICTATION(1_800);

        private final long ms;

        Patience(long ms) {
            this.ms = ms;
        }

        long ms() {
            return ms;
        }
    }

    /// What the agent asked last: decides what a complete answer is.
    enum Asked {
        OPEN,
        YES_OR_NO,
        NUMBER,
        NAME;

        /// Of the agent's last words.
        static Asked by(String agentText) {
            int end = agentText.lastIndexOf('?');
            if (end < 0) {
                return OPEN;
            }
            int start = Math.max(
                    agentText.lastIndexOf('.', end),
                    Math.max(agentText.lastIndexOf('!', end), agentText.lastIndexOf('?', end - 1)));
            List<String> words = Words.of(agentText.substring(start + 1, end));
            if (words.contains("number") || words.contains("reach")) {
                return NUMBER;
            }
            if (words.contains("name") || words.contains("spell")) {
                return NAME;
            }
            return !words.isEmpty() && INVERTED.contains(words.getFirst()) ? YES_OR_NO : OPEN;
        }
    }

    /// @param text  the caller's words so far, as well as they are known
    /// @param asked what the agent asked before
    static Patience patience(String text, Asked asked) {
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return Patience.USUAL;
        }
        int digits = trailingDigits(words);
        if (digits > 0 && (digits > 2 || asked == Asked.NUMBER || saysNumber(words))) {
            return digits >= 10 ? Patience.SHORT : Patience.DICTATION;
        }
        if (trailingLetters(words) >= 2) {
            return Patience.DICTATION;
        }
        String last = words.getLast();
        if (asked == Asked.YES_OR_NO && words.size() <= 3 && CLOSING.contains(last)) {
            return Patience.SHORT;
        }
        if (HANGING.contains(last)) {
            return Patience.LONG;
        }
        boolean question = words.size() >= 3 && words.stream().limit(4).anyMatch(ASKING::contains);
        boolean closed = words.size() >= 2 && CLOSING.contains(last);
        return question || closed ? Patience.SHORT : Patience.USUAL;
    }

    private static boolean saysNumber(List<String> words) {
        return words.contains("number") || words.contains("phone") || words.contains("code");
    }

    /// How many digits the last words say.
    private static int trailingDigits(List<String> words) {
        int count = 0;
        for (String word : words.reversed()) {
            if (DIGITS.containsKey(word)) {
                count++;
            } else if (word.chars().allMatch(c -> Character.isDigit(c) || c == '+')) {
                count += word.length();
            } else {
                break;
            }
        }
        return count;
    }

    /// How many single letters end the text: a name being spelled. "I" and "a" are words.
    private static int trailingLetters(List<String> words) {
        int count = 0;
        for (String word : words.reversed()) {
            if (word.length() != 1 || !Character.isLetter(word.charAt(0))) {
                break;
            }
            count++;
        }
        return count;
    }
}
