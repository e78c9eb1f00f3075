package dev.pickup.simulators.line;

/// Adds up what several sources play at once.
public final class Sound {
    private Sound() {}

    /// `sum` plus `more`, clipped.
    public static void mix(short[] sum, short[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (short) Math.clamp(sum[i] + more[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
