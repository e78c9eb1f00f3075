package dev.pickup.media.turn;

import java.util.function.Function;
import java.util.function.Supplier;

/// When a turn is over: what its words, the agent's last question and this caller's own pauses make of a silence.
/// Not thread-safe.
final class TurnEnd {
    private final Function<CallerTurn, Cues> cues;
    private final Supplier<Question> asked;
    private final Pace pace = new Pace();

    /// @param cues  of the language of a turn
    /// @param asked what the agent asked last
    TurnEnd(Function<CallerTurn, Cues> cues, Supplier<Question> asked) {
        this.cues = cues;
        this.asked = asked;
    }

    /// How this caller pauses.
    Pace pace() {
        return pace;
    }

    /// The moment from which on a pause is the end, by what is known now.
    long dueMs(CallerTurn turn) {
        return turn.lastSpeechMs() + Endpointing.silenceMs(evidence(turn), pace);
    }

    /// Whether a turn that pauses may be over with the words that are there.
    boolean likely(CallerTurn paused) {
        return paused.covered() && thought(paused).answerable();
    }

    /// Whether sound has stopped a moment ago behind what is a thought: sooner known than [#likely], and oftener wrong.
    boolean possible(CallerTurn talking) {
        return talking.hushed() && thought(talking).compareTo(Thought.LIKELY) <= 0;
    }

    private Thought thought(CallerTurn turn) {
        return evidence(turn).thought();
    }

    private Endpointing.Evidence evidence(CallerTurn turn) {
        return turn.evidence(asked.get(), cues.apply(turn));
    }
}
