package dev.pickup.media.turn;

import java.util.Optional;

/// The two timers of speech: the voice owes us sound, and the carrier owes us marks. Not thread-safe.
final class SpeechWatch {
    private final TurnSettings.Waits waits;
    private final Timers timers;

    SpeechWatch(TurnSettings.Waits waits, Timers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    /// The voice was given something.
    void voiceAsked(Effects out) {
        if (!timers.armed(Timer.VOICE)) {
            voiceAskedAnew(out);
        }
    }

    /// The voice was given something, and what it was given before counts no more.
    void voiceAskedAnew(Effects out) {
        timers.arm(Timer.VOICE, out.nowMs() + waits.voice(), out);
    }

    /// The voice gave something.
    ///
    /// @param owed    whether it owes more
    /// @param extraMs granted because sound of this length is just being made
    void voiceGave(boolean owed, long extraMs, Effects out) {
        if (owed) {
            timers.arm(Timer.VOICE, out.nowMs() + extraMs + waits.voice(), out);
        } else {
            timers.cancel(Timer.VOICE, out);
        }
    }

    /// Arms the timer of marks for the moment when all that is made must have been heard; before anything of it went
    /// out, for when that must have begun.
    ///
    /// @param playing what flows to the caller; empty when nothing does
    void playback(Optional<Utterance> playing, Effects out) {
        if (playing.isEmpty()) {
            timers.cancel(Timer.MARK, out);
        } else if (playing.get().begun()) {
            timers.arm(Timer.MARK, heardBy(playing.get(), out.nowMs()) + waits.mark(), out);
        } else if (!timers.armed(Timer.MARK)) {
            timers.arm(Timer.MARK, out.nowMs() + waits.mark(), out);
        }
    }

    private static long heardBy(Utterance utterance, long nowMs) {
        long due = nowMs;
        for (Clause clause : utterance.remaining()) {
            if (clause.isMade()) {
                due = clause.isSent() ? Math.max(due, clause.endsAtMs()) : due + clause.lengthMs();
            }
        }
        return due;
    }
}
