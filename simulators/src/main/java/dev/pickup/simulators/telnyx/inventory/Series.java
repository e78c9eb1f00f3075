package dev.pickup.simulators.telnyx.inventory;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers of one area.
///
/// @param destinationCode the area code
/// @param prefix          the beginning of each number, E.164
/// @param digits          how many digits follow
/// @param locality        empty for numbers that belong to no place
record Series(
        Offer offer, String destinationCode, String prefix, int digits, String locality, String administrativeArea) {
    /// Enough that no test or demonstration ever runs out.
    private static final int MOST = 400;
    /// Shares no factor with what follows the reserved block, so that the walk meets each number once.
    private static final int STRIDE = 37;

    /// Always the same ones, in the same order, none beside the other: as a carrier's stock looks. The first fifth of
    /// the range is left to callers and to numbers that customers have already.
    Stream<String> numbers() {
        int range = (int) Math.pow(10, digits);
        int first = range / 5;
        int most = Math.min(MOST, range - first);
        return IntStream.range(0, most).mapToObj(i -> number(first + (int) ((long) i * STRIDE % (range - first))));
    }

    private String number(int serial) {
        String text = Integer.toString(serial);
        return prefix + "0".repeat(digits - text.length()) + text;
    }
}
