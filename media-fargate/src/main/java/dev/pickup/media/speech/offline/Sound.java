package dev.pickup.media.speech.offline;

import java.util.Arrays;

/// What is done to sound before it goes out.
final class Sound {
    private static final int SAMPLES_PER_MS = 16;
    private static final int KEPT_BEFORE = 10 * SAMPLES_PER_MS;
    private static final int KEPT_AFTER = 30 * SAMPLES_PER_MS;
    /// Of the loudest sample: below lies what a telephone line does not carry.
    private static final int QUIET_PARTS = 60;

    private Sound() {}

    /// Without the silence at both ends, which the voices make 200 ms long: a caller would wait for it.
    static short[] trimmed(short[] sound) {
        int loudest = 0;
        for (short sample : sound) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        int quiet = loudest / QUIET_PARTS;
        int from = 0;
        while (from < sound.length && Math.abs(sound[from]) <= quiet) {
            from++;
        }
        int to = sound.length;
        while (to > from && Math.abs(sound[to - 1]) <= quiet) {
            to--;
        }
        return from == to
                ? new short[0]
                : Arrays.copyOfRange(sound, Math.max(0, from - KEPT_BEFORE), Math.min(sound.length, to + KEPT_AFTER));
    }

    /// `pauseMs` of silence, then `sound`.
    static short[] after(int pauseMs, short[] sound) {
        short[] joined = new short[pauseMs * SAMPLES_PER_MS + sound.length];
        System.arraycopy(sound, 0, joined, pauseMs * SAMPLES_PER_MS, sound.length);
        return joined;
    }

    /// The pause that a voice makes after a text that ends like this.
    static int pauseMsAfter(String text) {
        return switch (text.isEmpty() ? ' ' : text.charAt(text.length() - 1)) {
            case '.', '?', '!' -> 260;
            case ',', ':' -> 120;
            default -> 30;
        };
    }
}
