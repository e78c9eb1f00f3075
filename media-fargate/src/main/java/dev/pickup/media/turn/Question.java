package dev.pickup.media.turn;

import java.util.List;
import java.util.Set;

/// What the agent asked last: it decides what a complete answer is.
enum Question {
    /// Anything, or nothing at all.
    OPEN,
    YES_OR_NO,
    PHONE,
    /// Digits of a length that we do not know: a code, an account.
    NUMBER,
    /// A day, a time, a date of birth.
    DATE,
    NAME,
    EMAIL,
    ADDRESS,
    /// Several things.
    LIST;

    /// Verbs that come first in a question to be answered by yes or no.
    private static final Set<String> INVERTED = Set.of(
            "do", "does", "did", "can", "could", "would", "will", "is", "are", "have", "may", "should", "shall", "was");

    /// First words of a question for what we know already: yes or no, whatever it is about.
    private static final Set<String> CONFIRMING = Set.of("is", "are", "was", "does", "did", "shall", "should", "do");

    /// Words that make a request of a sentence without a question mark.
    private static final Set<String> REQUESTING = Set.of("please", "tell", "give", "spell", "say", "and");

    private static final Set<String> REFERENCES = Set.of(
            "member",
            "account",
            "order",
            "policy",
            "card",
            "confirmation",
            "reference",
            "id",
            "insurance",
            "license",
            "ticket",
            "invoice",
            "case",
            "zip",
            "code",
            "pin",
            "postal",
            "digits");

    private static final Set<String> DATES = Set.of(
            "day", "date", "time", "when", "when's", "birth", "birthday", "month", "year", "morning", "afternoon");

    private static final Set<String> LISTS = Set.of("services", "items", "symptoms", "everything", "list", "things");

    /// Whether digits may answer it.
    boolean wantsDigits() {
        return this == PHONE || this == NUMBER || this == DATE || this == ADDRESS;
    }

    /// Of the agent's last words.
    static Question by(String agentText) {
        List<String> words = Words.of(lastSentence(agentText));
        boolean asked = agentText.stripTrailing().endsWith("?") || agentText.lastIndexOf('?') >= 0;
        if (words.isEmpty() || !(asked || REQUESTING.contains(words.getFirst()))) {
            return OPEN;
        }
        if (CONFIRMING.contains(words.getFirst())) {
            return YES_OR_NO;
        }
        Question topic = topic(words);
        return topic == OPEN && INVERTED.contains(words.getFirst()) ? YES_OR_NO : topic;
    }

    private static Question topic(List<String> words) {
        if (words.contains("email") || (words.contains("e") && words.contains("mail"))) {
            return EMAIL;
        }
        if (words.stream().anyMatch(REFERENCES::contains)) {
            return NUMBER;
        }
        if (words.contains("number") || words.contains("reach") || words.contains("phone")) {
            return PHONE;
        }
        if (words.contains("address")) {
            return ADDRESS;
        }
        if (words.contains("name") || words.contains("spell") || words.contains("spelled")) {
            return NAME;
        }
        if (words.stream().anyMatch(DATES::contains)) {
            return DATE;
        }
        return words.stream().anyMatch(LISTS::contains) ? LIST : OPEN;
    }

    /// The last sentence that asks, or else the last one.
    private static String lastSentence(String text) {
        int mark = text.lastIndexOf('?');
        String upTo = mark < 0 ? text.stripTrailing() : text.substring(0, mark);
        int from = mark < 0 ? upTo.length() - 2 : mark - 1;
        int start = Math.max(
                upTo.lastIndexOf(". ", from), Math.max(upTo.lastIndexOf("! ", from), upTo.lastIndexOf("? ", from)));
        return upTo.substring(start + 1);
    }
}
