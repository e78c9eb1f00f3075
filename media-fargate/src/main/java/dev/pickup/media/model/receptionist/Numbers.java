package dev.pickup.media.model.receptionist;

import dev.pickup.media.speaking.NumberNames;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Numbers in words, both ways.
final class Numbers {
    private static final List<String> SMALL = NumberNames.SMALL;
    private static final List<String> ORDINALS = NumberNames.ORDINALS;

    /// As far as days and minutes go.
    private static final List<String> TENS = NumberNames.TENS.subList(0, 4);

    private static final Map<String, Integer> ROUND_ORDINALS = Map.of("twentieth", 20, "thirtieth", 30);

    private Numbers() {}

    /// A number and how many tokens it took.
    record Found(int value, int length) {}

    /// The whole number, in digits or words ("twenty one"), that begins at `at`; length 0 when there is none.
    static Found wholeAt(Words words, int at) {
        String token = words.at(at);
        if (token.matches("\\d{1,4}")) {
            return new Found(Integer.parseInt(token), 1);
        }
        int tens = TENS.indexOf(token);
        if (tens >= 0) {
            int ones = SMALL.indexOf(words.at(at + 1));
            return ones > 0 && ones < 10 ? new Found(20 + 10 * tens + ones, 2) : new Found(20 + 10 * tens, 1);
        }
        int small = SMALL.indexOf(token);
        return small >= 0 ? new Found(small, 1) : new Found(-1, 0);
    }

    /// The ordinal ("15th", "fifteenth", "twenty first") that begins at `at`; length 0 when there is none.
    static Found ordinalAt(Words words, int at) {
        String token = words.at(at);
        if (token.matches("\\d+(st|nd|rd|th)")) {
            return new Found(Integer.parseInt(token.substring(0, token.length() - 2)), 1);
        }
        if (ROUND_ORDINALS.containsKey(token)) {
            return new Found(ROUND_ORDINALS.getOrDefault(token, 0), 1);
        }
        int tens = TENS.indexOf(token);
        int ones = ORDINALS.indexOf(words.at(at + 1));
        if (tens >= 0 && ones > 0 && ones < 10) {
            return new Found(20 + 10 * tens + ones, 2);
        }
        int small = ORDINALS.indexOf(token);
        return small > 0 ? new Found(small, 1) : new Found(-1, 0);
    }

    /// The single digit a token stands for in a phone number.
    static OptionalInt digit(String token) {
        if (token.matches("\\d")) {
            return OptionalInt.of(token.charAt(0) - '0');
        }
        if (token.equals("oh") || token.equals("o")) {
            return OptionalInt.of(0);
        }
        int small = SMALL.indexOf(token);
        return small >= 0 && small < 10 ? OptionalInt.of(small) : OptionalInt.empty();
    }

    /// 0 to 59 in words.
    static String inWords(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        String tens = TENS.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + " " + SMALL.get(number % 10);
    }

    /// 1 to 31 as an ordinal in words.
    static String ordinalInWords(int number) {
        if (number < ORDINALS.size()) {
            return ORDINALS.get(number);
        }
        if (number % 10 == 0) {
            return number == 20 ? "twentieth" : "thirtieth";
        }
        return TENS.get(number / 10 - 2) + " " + ORDINALS.get(number % 10);
    }
}
