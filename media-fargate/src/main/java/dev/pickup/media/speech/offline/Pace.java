package dev.pickup.media.speech.offline;

/// How many seconds of work the agent's voice needs for a second of speech, lately. Any thread.
final class Pace {
    /// Slower than this a reply of several clauses would stutter.
    private static final double QUICK_ENOUGH = 0.4;
    private static final double NEWEST_WEIGHT = 0.4;
    private static final double UNKNOWN = 10;

    private double secondsPerSecond = UNKNOWN;

    synchronized void record(long workNanos, int samples) {
        if (samples > 0) {
            double newest = Math.min(workNanos / 1e9 / (samples / 16_000.0), UNKNOWN);
            secondsPerSecond += NEWEST_WEIGHT * (newest - secondsPerSecond);
        }
    }

    synchronized boolean isQuickEnough() {
        return secondsPerSecond <= QUICK_ENOUGH;
    }
}
