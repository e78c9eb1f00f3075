package dev.pickup.media.turn;

/// How long this caller pauses inside a turn: a running mean and deviation, as TCP estimates round trips (RFC 6298).
/// Somebody who thinks between words is given time; somebody who never does is answered sooner. Not thread-safe.
final class Pace {
    /// Shorter gaps lie inside words.
    private static final long SHORTEST_PAUSE_MS = 160;

    /// Longer ones are no pause of speech but of thought or of the line: they count as this much.
    private static final long LONGEST_PAUSE_MS = 2_500;

    /// Pauses from which on a caller is known.
    private static final int KNOWN = 3;

    private double meanMs;
    private double deviationMs;
    private int pauses;

    /// The caller paused and went on, in one turn.
    void paused(long ms) {
        if (ms < SHORTEST_PAUSE_MS) {
            return;
        }
        double pause = Math.min(ms, LONGEST_PAUSE_MS);
        if (pauses == 0) {
            meanMs = pause;
            deviationMs = pause / 2;
        } else {
            deviationMs += (Math.abs(pause - meanMs) - deviationMs) / 4;
            meanMs += (pause - meanMs) / 4;
        }
        pauses++;
    }

    /// We took a pause for the end of the turn and were wrong: it weighs more than one that we waited for.
    void cutOff(long ms) {
        paused(ms);
        paused(ms);
    }

    /// A pause that this caller seldom exceeds; 0 while nothing is known.
    long usualMs() {
        return Math.round(meanMs + deviationMs);
    }

    /// Whether the caller is known to speak without pauses worth the name.
    boolean brisk() {
        return pauses >= KNOWN && usualMs() < 350;
    }
}
