package dev.pickup.media.speaking;

import java.util.stream.Collectors;

/// English words for numbers.
final class NumberWords {
    private NumberWords() {}

    /// 0 to 999,999,999.
    static String cardinal(long number) {
        if (number < 20) {
            return NumberNames.SMALL.get((int) number);
        }
        if (number < 100) {
            String tens = tens(number);
            return number % 10 == 0 ? tens : tens + "-" + cardinal(number % 10);
        }
        if (number < 1_000) {
            return join(cardinal(number / 100) + " hundred", number % 100);
        }
        return number < 1_000_000
                ? join(cardinal(number / 1_000) + " thousand", number % 1_000)
                : join(cardinal(number / 1_000_000) + " million", number % 1_000_000);
    }

    /// 0 to 99: days of a month, floors, places.
    static String ordinal(long number) {
        if (number < 20) {
            return NumberNames.ORDINALS.get((int) number);
        }
        String tens = tens(number);
        return number % 10 == 0
                ? tens.substring(0, tens.length() - 1) + "ieth"
                : tens + "-" + NumberNames.ORDINALS.get((int) (number % 10));
    }

    /// 1000 to 2099, as years are said: "twenty twenty-six", "nineteen oh five", "two thousand".
    static String year(int year) {
        if (year % 1_000 < 10) {
            return cardinal(year);
        }
        String century = cardinal(year / 100);
        int rest = year % 100;
        if (rest == 0) {
            return century + " hundred";
        }
        return century + (rest < 10 ? " oh " : " ") + cardinal(rest);
    }

    /// Each digit by itself.
    static String digits(String digits) {
        return digits.chars().mapToObj(c -> NumberNames.SMALL.get(c - '0')).collect(Collectors.joining(" "));
    }

    /// 20 to 99.
    private static String tens(long number) {
        return NumberNames.TENS.get((int) (number / 10) - 2);
    }

    private static String join(String high, long rest) {
        return rest == 0 ? high : high + " " + cardinal(rest);
    }
}
