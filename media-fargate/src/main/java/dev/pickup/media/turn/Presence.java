package dev.pickup.media.turn;

/// Timers that follow from the state alone, set right after every step: nobody says anything, the caller waits and
/// hears nothing. Not thread-safe.
final class Presence {
    /// Fillers in one wait; after that something is broken. Chosen: 12 s of "one moment" is what callers bear.
    private static final int MOST_FILLERS = 3;

    private final TurnSettings settings;
    private final Timers timers;
    private boolean prompted;
    private int fillers;
    private long silentForMs;

    Presence(TurnSettings settings, Timers timers) {
        this.settings = settings;
        this.timers = timers;
    }

    /// The caller took part: a silence after this is a new one.
    void callerActive() {
        prompted = false;
        fillers = 0;
    }

    /// The agent asked whether anybody is there; the next silence is the last.
    void prompted() {
        prompted = true;
    }

    boolean wasPrompted() {
        return prompted;
    }

    /// The line has been silent for so long already, which is learned only now: a mark did not come.
    void silentFor(long ms) {
        silentForMs = Math.clamp(ms, 0, settings.waits().deadAir());
    }

    /// Whether another filler is bearable.
    boolean mayFill() {
        return fillers++ < MOST_FILLERS;
    }

    /// @param free    nobody speaks, and nobody is about to
    /// @param waiting the caller's turn is over and nothing is audible
    /// @param toolWait they wait for a tool, and nothing was said that would excuse it
    void settle(boolean free, boolean waiting, boolean toolWait, Effects out) {
        if (!toolWait || fillers > 0) {
            timers.cancel(Timer.FILLER, out);
        } else if (!timers.armed(Timer.FILLER)) {
            timers.arm(Timer.FILLER, out.nowMs() + settings.waits().filler(), out);
        }
        if (!free) {
            timers.cancel(Timer.SILENCE, out);
        } else if (!timers.armed(Timer.SILENCE)) {
            var patience = prompted ? settings.silenceGoodbye() : settings.silencePrompt();
            timers.arm(Timer.SILENCE, out.nowMs() + patience.toMillis(), out);
        }
        if (!waiting) {
            timers.cancel(Timer.DEAD_AIR, out);
        } else if (!timers.armed(Timer.DEAD_AIR)) {
            timers.arm(Timer.DEAD_AIR, out.nowMs() + settings.waits().deadAir() - silentForMs, out);
        }
        silentForMs = 0;
    }
}
