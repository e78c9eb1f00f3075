package dev.pickup.media.turn;

import java.util.Optional;

/// The caller's turns that are over, and what the recognizer still has to say about them. Not thread-safe.
final class ClosedTurns {
    private Optional<CallerTurn> lastWithWords = Optional.empty();
    private long upToMs;

    /// All until the end of this turn is over; only one with words can be corrected.
    void close(CallerTurn turn) {
        pass(turn);
        if (turn.hasWords()) {
            lastWithWords = Optional.of(turn);
        }
    }

    /// All until the end of this turn is over, and counted for nothing.
    void pass(CallerTurn turn) {
        upToMs = Math.max(upToMs, turn.lastSpeechMs());
    }

    /// Whether a transcript is about what is over.
    boolean include(Fact.Transcribed transcript) {
        return CallerTurn.middle(transcript) <= upToMs;
    }

    /// Takes a transcript of what is over: only a final one, and only one that says something else, matters.
    Listening.Outcome late(Fact.Transcribed transcript) {
        Optional<CallerTurn> turn = lastWithWords.filter(closed -> transcript.isFinal() && closed.said(transcript));
        if (turn.isEmpty() || transcript.text().isBlank()) {
            return new Listening.Outcome.GoOn();
        }
        String before = turn.get().text();
        turn.get().hear(transcript);
        return turn.get().text().equals(before)
                ? new Listening.Outcome.GoOn()
                : new Listening.Outcome.Corrected(turn.get(), before);
    }
}
