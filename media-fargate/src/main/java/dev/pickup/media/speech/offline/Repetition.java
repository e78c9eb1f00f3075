package dev.pickup.media.speech.offline;

/// Small recognition models sometimes fall into a loop ("No, no, no, no ...") on noise.
final class Repetition {
    private static final int LONGEST_TOKENS = 8;
    private static final int TOLERATED = 4;

    private Repetition() {}

    /// How many of the last tokens only repeat what stands before them, when the same few tokens come more than
    /// four times in a row (four, because people do say "no, no, no, no" and "five five five five"); else 0.
    static int looped(int[] tokens, int count) {
        for (int length = 1; length <= LONGEST_TOKENS && length * (TOLERATED + 1) <= count; length++) {
            int same = 0;
            for (int at = count - 1; at >= length && tokens[at] == tokens[at - length]; at--) {
                same++;
            }
            if (same >= length * TOLERATED) {
                return same;
            }
        }
        return 0;
    }
}
