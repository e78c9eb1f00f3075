package dev.pickup.media.session;

import java.time.Duration;

/// When a task that must go leaves a call: where it hurts least, and after a while anyway. Owned by the loop.
final class HandOver {
    /// A call that is handed over waits so long for both sides to be silent. Chosen: longer than most replies.
    static final Duration LONGEST_WAIT_FOR_SILENCE = Duration.ofSeconds(20);

    private long byUs = Long.MAX_VALUE;

    /// The task must go: silence is waited for.
    void atSilence(long nowUs) {
        byUs = nowUs + LONGEST_WAIT_FOR_SILENCE.toNanos() / 1_000;
    }

    /// The task must go: nothing is waited for.
    void atOnce(long nowUs) {
        byUs = nowUs;
    }

    /// Whether now is the moment.
    ///
    /// @param quiet nobody has the floor and nothing is owed
    boolean due(boolean quiet, long nowUs) {
        return byUs < Long.MAX_VALUE && (quiet || nowUs >= byUs);
    }
}
