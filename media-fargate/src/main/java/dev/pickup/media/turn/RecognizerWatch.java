package dev.pickup.media.turn;

import java.util.Optional;

/// Notices a recognizer that dies without saying so: speech, and no word of it for too long. Not thread-safe.
///
/// A new stream hears the turn once more; one restart per turn, so that a sound without words (a radio, a dog) costs
/// one stream and not one every three seconds.
final class RecognizerWatch {
    private final TurnSettings.Waits waits;
    private final Timers timers;
    private Optional<CallerTurn> restartedFor = Optional.empty();

    RecognizerWatch(TurnSettings.Waits waits, Timers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    void speechStarted(CallerTurn turn, Effects out) {
        if (restartedFor.filter(turn::equals).isEmpty()) {
            timers.arm(Timer.RECOGNIZER, out.nowMs() + waits.recognizer(), out);
        }
    }

    /// A pause does not excuse it as long as there is not one word of real speech.
    void speechPaused(CallerTurn turn, Effects out) {
        if (turn.hasWords() || turn.speechMs() < waits.noiseMs()) {
            timers.cancel(Timer.RECOGNIZER, out);
        }
    }

    /// It lives; as long as speech goes on, it is watched further.
    void heard(boolean talking, Effects out) {
        if (timers.armed(Timer.RECOGNIZER) && talking) {
            timers.arm(Timer.RECOGNIZER, out.nowMs() + waits.recognizer(), out);
        } else {
            timers.cancel(Timer.RECOGNIZER, out);
        }
    }

    /// Its time is up: a new stream hears the turn again, unless one did already.
    void overdue(CallerTurn turn, Effects out) {
        if (restartedFor.filter(turn::equals).isEmpty()) {
            restartedFor = Optional.of(turn);
            restart(turn.startMs(), out);
        }
    }

    void restart(long fromMs, Effects out) {
        timers.cancel(Timer.RECOGNIZER, out);
        out.add(new Command.RestartRecognizer(fromMs));
    }
}
