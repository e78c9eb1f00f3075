package dev.pickup.media.session;

import dev.pickup.media.turn.Fact;
import java.time.Duration;

/// How long neither side has been heard: while it is our turn, that is what the caller has waited already. Engines that
/// are late are late against it. Owned by the loop.
final class LineSilence {
    private boolean callerSpeaks;
    private long sinceMs;

    /// Something happened on the caller's side.
    void on(Fact fact, long nowMs) {
        if (fact instanceof Fact.SpeechStarted) {
            callerSpeaks = true;
        } else if (fact instanceof Fact.SpeechPaused(long atMs)) {
            callerSpeaks = false;
            heardUntil(atMs);
        } else if (fact instanceof Fact.Opened || fact instanceof Fact.Digit) {
            heardUntil(nowMs);
        }
    }

    /// The agent is heard until then.
    void heardUntil(long atMs) {
        sinceMs = Math.max(sinceMs, atMs);
    }

    /// Zero while somebody is heard.
    Duration at(long nowMs) {
        return callerSpeaks ? Duration.ZERO : Duration.ofMillis(Math.max(0, nowMs - sinceMs));
    }
}
