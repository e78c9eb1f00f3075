package dev.pickup.core.number;

import java.util.regex.Pattern;

/// A phone number in E.164, the only form we store. Prints masked: the digits are personal data.
public record PhoneNumber(String e164) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException(
                    "A phone number is written as +, country code and number: +14155550100.");
        }
    }

    /// Whether `text` can be made a number; callers that withhold theirs send `anonymous` or nothing.
    public static boolean isE164(String text) {
        return FORM.matcher(text).matches();
    }

    /// Safe for logs: only the last two digits show.
    @Override
    public String toString() {
        return "+***" + e164.substring(e164.length() - 2);
    }
}
