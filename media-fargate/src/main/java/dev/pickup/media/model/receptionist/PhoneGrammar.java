package dev.pickup.media.model.receptionist;

import java.util.Optional;
import java.util.OptionalInt;

/// Finds a phone number said or written in any mix of digits and words: "four one five, 555 0142", "double
/// five".
final class PhoneGrammar {
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private PhoneGrammar() {}

    /// The number in E.164 when it has an area code (`+14155550142`), else its digits.
    static Optional<String> find(Words words) {
        StringBuilder digits = new StringBuilder();
        int times = 1;
        for (String token : words.tokens()) {
            OptionalInt digit = Numbers.digit(token);
            if (token.equals("double") || token.equals("triple")) {
                times = token.equals("double") ? 2 : 3;
            } else if (digit.isPresent()) {
                digits.append(Integer.toString(digit.getAsInt()).repeat(times));
                times = 1;
            } else if (token.matches("\\d+")) {
                digits.append(token);
            }
        }
        return digits.length() < LEAST_DIGITS || digits.length() > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(international(digits.toString()));
    }

    private static String international(String digits) {
        if (digits.length() == 10) {
            return "+1" + digits;
        }
        return digits.length() == 7 ? digits : "+" + digits;
    }
}
