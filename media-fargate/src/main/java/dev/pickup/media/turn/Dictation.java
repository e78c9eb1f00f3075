package dev.pickup.media.turn;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Digits and letters that a caller says one after the other: whether some are missing. Pure.
final class Dictation {
    /// Digits of a number in the plan of +1, where a caller leaves the country out.
    private static final int PHONE_DIGITS = 10;

    /// Fewer digits than this, alone, may be a time or a count.
    private static final int SURELY_DICTATED = 3;

    static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("oh", 0),
            Map.entry("o", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9));

    /// How often the digit after it is said.
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3);

    private static final Set<String> OF_NUMBERS =
            Set.of("number", "phone", "code", "account", "card", "id", "zip", "cell", "mobile");

    private Dictation() {}

    /// [Thought#UNSURE] when nothing is being dictated.
    static Thought judge(List<String> words, Question asked) {
        int digits = trailingDigits(words);
        boolean number = asked == Question.PHONE
                || (asked != Question.DATE
                        && asked != Question.ADDRESS
                        && (digits > SURELY_DICTATED || words.stream().anyMatch(OF_NUMBERS::contains)));
        if (digits > 0 && number && asked != Question.NUMBER) {
            return digits >= needed(words) ? Thought.COMPLETE : Thought.DICTATING;
        }
        if (digits > 0 && asked == Question.NUMBER) {
            return digits < SURELY_DICTATED ? Thought.DICTATING : Thought.MORE_MAY_COME;
        }
        if (asked == Question.PHONE && TIMES.containsKey(words.getLast())) {
            return Thought.DICTATING;
        }
        boolean spelled = trailingLetters(words) >= (asked == Question.NAME ? 1 : 2);
        return spelled && asked != Question.DATE ? Thought.DICTATING : Thought.UNSURE;
    }

    /// How many digits the last words say, "double five" being two.
    static int trailingDigits(List<String> words) {
        int count = 0;
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            int said = digitsOf(word);
            int more = count > 0 ? TIMES.getOrDefault(word, 1) - 1 : 0;
            if (said + more == 0) {
                return count;
            }
            count += said + more;
        }
        return count;
    }

    private static int digitsOf(String word) {
        if (DIGITS.containsKey(word)) {
            return 1;
        }
        return word.chars().allMatch(c -> Character.isDigit(c) || c == '+')
                ? word.replace("+", "").length()
                : 0;
    }

    /// With a country's code in front it is one more.
    private static int needed(List<String> words) {
        String first =
                words.stream().filter(word -> digitsOf(word) > 0).findFirst().orElse("");
        return first.startsWith("1") || first.equals("one") || first.startsWith("+1") || words.contains("plus")
                ? PHONE_DIGITS + 1
                : PHONE_DIGITS;
    }

    /// How many single letters end the text: a name being spelled. "I" and "a" are words when they stand alone.
    private static int trailingLetters(List<String> words) {
        int count = 0;
        for (String word : words.reversed()) {
            if (word.length() != 1 || !Character.isLetter(word.charAt(0))) {
                break;
            }
            count++;
        }
        boolean word =
                count == 1 && (words.getLast().equals("i") || words.getLast().equals("a"));
        return word ? 0 : count;
    }
}
