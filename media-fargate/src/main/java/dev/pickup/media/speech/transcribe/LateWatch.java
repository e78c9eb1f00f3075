package dev.pickup.media.speech.transcribe;

import java.util.function.LongUnaryOperator;

/// Notices that a stream is behind: there is speech that no result reaches, for clearly longer than results of this
/// leg take. Counts in the leg's audio, which is a clock that a slow machine slows down too. Pure. Not thread-safe.
final class LateWatch {
    /// Sound that is shorter may be a cough: nothing to be recognized. Chosen.
    private static final long SURELY_SPEECH_MS = 500;

    /// Words' times and voice activity's differ by so much. As in [Hearing].
    private static final long TOLERANCE_MS = 300;

    /// Speech begins a little before voice activity notices, and a word must not be cut. Chosen.
    private static final long LEAD_IN_MS = 500;

    /// "Clearly longer". Chosen: published, the slowest of a thousand partial results takes 3.7 times the median.
    private static final int USUAL_TIMES = 3;

    /// How much one result counts in what is usual.
    private static final double NEW_LAG = 0.1;

    private final long leastMs;
    private double usualMs;
    private boolean speaking;
    private boolean noticed;
    private long owedFromMs = -1;
    private long pausedMs = -1;
    private long resumedMs = -1;
    private long reachedMs;

    /// @param leastMs no stream is late before that
    LateWatch(long leastMs) {
        this.leastMs = leastMs;
    }

    void speechStarted(long atMs) {
        settle();
        speaking = true;
        resumedMs = atMs;
        if (owedFromMs < 0) {
            owedFromMs = atMs;
            noticed = false;
        }
    }

    void speechPaused(long atMs) {
        speaking = false;
        pausedMs = atMs;
        settle();
    }

    /// Nothing is owed where results reach to the end of the speech: the silence that follows is nobody's debt.
    private void settle() {
        if (reachedMs >= pausedMs - TOLERANCE_MS) {
            owedFromMs = speaking ? Math.max(owedFromMs, resumedMs) : -1;
        }
    }

    /// Results reach to `endMs` now that `fedMs` of audio have been fed.
    void heard(long endMs, long fedMs) {
        if (endMs <= reachedMs) {
            return;
        }
        reachedMs = endMs;
        usualMs += NEW_LAG * (Math.clamp(fedMs - endMs, 0, leastMs) - usualMs);
        settle();
    }

    /// Nobody waits any more for what was said until now.
    void forgiven() {
        owedFromMs = speaking ? resumedMs : -1;
    }

    /// How far results reach.
    long reachedMs() {
        return reachedMs;
    }

    /// From where another stream must hear the leg, so that no word is missing; -1 when nothing is owed.
    long replayFromMs() {
        return owedFromMs < 0 ? -1 : Math.max(0, owedFromMs - LEAD_IN_MS);
    }

    /// Whether a result is overdue; true once for each stretch of speech.
    ///
    /// @param soundFromMs where it is loud again from a time on: who pauses before the last word owes it no earlier
    boolean late(long fedMs, LongUnaryOperator soundFromMs) {
        if (noticed || owedFromMs < 0 || fedMs - unansweredFromMs() < limitMs()) {
            return false;
        }
        long fromMs = soundFromMs.applyAsLong(unansweredFromMs());
        long speechMs = (speaking ? fedMs : pausedMs) - fromMs;
        noticed = speechMs >= SURELY_SPEECH_MS && fedMs - fromMs >= limitMs();
        return noticed;
    }

    /// Whether the stream is as near to the speaker again as it should be.
    boolean caughtUp(long fedMs) {
        return owedFromMs < 0 || fedMs - unansweredFromMs() < limitMs() / 2;
    }

    private long limitMs() {
        return Math.max(leastMs, Math.round(USUAL_TIMES * usualMs));
    }

    private long unansweredFromMs() {
        return Math.max(owedFromMs, reachedMs);
    }
}
