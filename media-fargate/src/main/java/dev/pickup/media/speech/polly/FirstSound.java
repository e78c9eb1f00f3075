package dev.pickup.media.speech.polly;

/// How long a voice usually takes from the first text to the first sound, and from when on it is late. Any thread.
final class FirstSound {
    /// Of a voice that was not heard yet. Chosen, near what others report (100 ms to 1 s).
    private static final double FIRST_GUESS_MS = 350;

    /// How much one reply counts.
    private static final double NEW = 0.1;

    /// Late is so many times the usual. Chosen: with the simulated service's times, one reply in a hundred is.
    private static final double LATE_TIMES = 2.4;

    /// Everybody is late then, however slow they were before. Chosen, well below the limit of a stall.
    private static final long LATEST_MS = 1_200;

    private final long leastMs;
    private double usualMs = FIRST_GUESS_MS;

    /// @param leastMs nobody is late before that
    FirstSound(long leastMs) {
        this.leastMs = leastMs;
    }

    synchronized void seen(long ms) {
        usualMs += NEW * (Math.clamp(ms, 0, LATEST_MS) - usualMs);
    }

    synchronized boolean isLate(long waitedMs) {
        return waitedMs >= Math.max(leastMs, Math.min(LATEST_MS, Math.round(LATE_TIMES * usualMs)));
    }
}
