package dev.pickup.core.carrier;

import java.math.BigDecimal;

/// What a number costs, as its carrier says at the moment of asking, in millionths of `currency`.
///
/// @param monthlyMicros  for a month
/// @param upfrontMicros  once, when it is bought
/// @param currency       ISO 4217
public record NumberPrice(long monthlyMicros, long upfrontMicros, String currency) {
    public NumberPrice {
        if (monthlyMicros < 0 || upfrontMicros < 0 || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("A price is 0 or more, in a currency of three letters.");
        }
    }

    /// From decimals as carriers write them: `1.00`. Parts of a millionth are rounded up.
    ///
    /// @throws IllegalArgumentException they are none
    public static NumberPrice of(String monthly, String upfront, String currency) {
        return new NumberPrice(micros(monthly), micros(upfront), currency);
    }

    private static long micros(String decimal) {
        return new BigDecimal(decimal)
                .movePointRight(6)
                .setScale(0, java.math.RoundingMode.CEILING)
                .longValueExact();
    }
}
