package dev.pickup.media.turn;

import java.util.Optional;

/// The caller's side: whether they speak, what they said, and when their turn is over. Not thread-safe.
final class Listening {
    private final TurnSettings.Waits waits;
    private final Timers timers;
    private State state = new State.Quiet();
    private long closedUpToMs;
    private boolean sound;

    /// Where a caller's turn is.
    private sealed interface State {
        /// No turn is open.
        record Quiet() implements State {}

        /// Sound goes on.
        record Talking(CallerTurn turn) implements State {}

        /// Silence inside or after a turn; `ENDPOINT` decides.
        record Pausing(CallerTurn turn) implements State {}

        /// The turn is over, its words are not all there; `TRANSCRIPT` limits the wait.
        record Closing(CallerTurn turn, long declaredUs) implements State {}

        /// A sound over our voice without words yet; words still make it a turn, `TRANSCRIPT` forgets it.
        record Doubtful(CallerTurn turn) implements State {}
    }

    /// What became of a turn.
    sealed interface Outcome {
        /// Nothing to be done.
        record GoOn() implements Outcome {}

        /// There are words of a turn that is still open.
        record WordsHeard(String text) implements Outcome {}

        record TurnOver(CallerTurn turn, long declaredUs) implements Outcome {}

        /// Somebody spoke, and nobody knows what.
        record NotUnderstood() implements Outcome {}
    }

    Listening(TurnSettings.Waits waits, Timers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    /// No turn is open.
    boolean quiet() {
        return state instanceof State.Quiet || state instanceof State.Doubtful;
    }

    /// Sound goes on right now.
    boolean talking() {
        return state instanceof State.Talking;
    }

    /// The caller waits for us to understand.
    boolean closing() {
        return state instanceof State.Closing;
    }

    /// Voice activity hears speech, whether it belongs to a turn or not.
    boolean sound() {
        return sound;
    }

    /// The words of the open turn so far.
    String text() {
        return open().map(CallerTurn::text).orElse("");
    }

    /// The last speech sample of the open turn, or of the last one.
    long lastSpeechMs() {
        return open().map(CallerTurn::lastSpeechMs).orElse(closedUpToMs);
    }

    void speechStarted(long atMs, Effects out) {
        sound = true;
        CallerTurn turn = open().orElseGet(() -> new CallerTurn(atMs));
        turn.speechStarted(atMs);
        state = new State.Talking(turn);
        timers.cancel(Timer.ENDPOINT, out);
        timers.cancel(Timer.TRANSCRIPT, out);
        if (!timers.armed(Timer.LONGEST_TURN)) {
            timers.arm(Timer.LONGEST_TURN, out.nowMs() + waits.longestTurn(), out);
        }
    }

    void speechPaused(long atMs, Endpointing.Asked asked, Effects out) {
        sound = false;
        if (state instanceof State.Talking(CallerTurn turn)) {
            turn.speechPaused(atMs);
            state = new State.Pausing(turn);
            awaitEndpoint(turn, asked, out);
        }
    }

    Outcome transcribed(Fact.Transcribed fact, Endpointing.Asked asked, Effects out) {
        if (CallerTurn.middle(fact) <= closedUpToMs) {
            return new Outcome.GoOn();
        }
        if (state instanceof State.Quiet) {
            return wordsOutOfSilence(fact, asked, out);
        }
        CallerTurn turn = open().orElseThrow();
        turn.hear(fact);
        return switch (state) {
            case State.Quiet _, State.Talking _ -> wordsOf(turn);
            case State.Pausing _ -> {
                awaitEndpoint(turn, asked, out);
                yield wordsOf(turn);
            }
            case State.Doubtful _ -> doubted(turn, fact, asked, out);
            case State.Closing(CallerTurn _, long declaredUs) -> {
                boolean nothingSaid = fact.isFinal() && !turn.hasWords() && fact.endMs() >= turn.lastSpeechMs() - 300;
                yield turn.covered() || nothingSaid ? close(turn, declaredUs, out) : new Outcome.GoOn();
            }
        };
    }

    /// The caller has been silent long enough.
    Outcome endpoint(Effects out) {
        if (!(state instanceof State.Pausing(CallerTurn turn))) {
            return new Outcome.GoOn();
        }
        out.add(new Command.EndCallerTurn(turn.lastSpeechMs()));
        if (turn.covered()) {
            return close(turn, out.nowUs(), out);
        }
        boolean some = turn.hasWords() || turn.speechMs() < waits.noiseMs();
        state = new State.Closing(turn, out.nowUs());
        timers.arm(Timer.TRANSCRIPT, out.nowMs() + (some ? waits.moreWords() : waits.anyWords()), out);
        return new Outcome.GoOn();
    }

    /// The recognizer had long enough.
    Outcome transcriptOverdue(Effects out) {
        return switch (state) {
            case State.Closing(CallerTurn turn, long declaredUs) -> {
                if (!turn.hasWords() && turn.speechMs() >= waits.noiseMs()) {
                    out.add(new Command.RestartRecognizer());
                }
                yield close(turn, declaredUs, out);
            }
            case State.Doubtful _ -> {
                forget(out);
                yield new Outcome.GoOn();
            }
            case State.Quiet _, State.Talking _, State.Pausing _ -> new Outcome.GoOn();
        };
    }

    /// The sound never ends.
    Outcome turnTooLong(Effects out) {
        if (!(state instanceof State.Talking(CallerTurn turn))) {
            return new Outcome.GoOn();
        }
        turn.speechPaused(out.nowMs());
        out.add(new Command.EndCallerTurn(turn.lastSpeechMs()));
        return close(turn, out.nowUs(), out);
    }

    /// What was heard over our voice is taken for noise for now: no endpoint, but words may still come.
    void doubt(Effects out) {
        open().ifPresent(turn -> {
            state = new State.Doubtful(turn);
            timers.cancel(Timer.ENDPOINT, out);
            timers.arm(Timer.TRANSCRIPT, out.nowMs() + waits.anyWords(), out);
        });
    }

    /// The open turn counts for nothing.
    void forget(Effects out) {
        open().ifPresent(turn -> closedUpToMs = Math.max(closedUpToMs, turn.lastSpeechMs()));
        state = new State.Quiet();
        timers.cancel(Timer.ENDPOINT, out);
        timers.cancel(Timer.TRANSCRIPT, out);
        timers.cancel(Timer.LONGEST_TURN, out);
    }

    /// The turn that is open, if any.
    Optional<CallerTurn> open() {
        return switch (state) {
            case State.Quiet _ -> Optional.empty();
            case State.Talking(CallerTurn turn) -> Optional.of(turn);
            case State.Pausing(CallerTurn turn) -> Optional.of(turn);
            case State.Closing(CallerTurn turn, long _) -> Optional.of(turn);
            case State.Doubtful(CallerTurn turn) -> Optional.of(turn);
        };
    }

    /// Words where voice activity heard nothing: somebody speaks softly.
    private Outcome wordsOutOfSilence(Fact.Transcribed fact, Endpointing.Asked asked, Effects out) {
        if (Words.of(fact.text()).isEmpty()) {
            return new Outcome.GoOn();
        }
        CallerTurn turn = new CallerTurn(fact.startMs());
        turn.speechPaused(fact.endMs());
        turn.hear(fact);
        state = new State.Pausing(turn);
        awaitEndpoint(turn, asked, out);
        return wordsOf(turn);
    }

    private Outcome doubted(CallerTurn turn, Fact.Transcribed fact, Endpointing.Asked asked, Effects out) {
        if (turn.hasWords() && !Words.isBackchannel(turn.text())) {
            timers.cancel(Timer.TRANSCRIPT, out);
            state = new State.Pausing(turn);
            awaitEndpoint(turn, asked, out);
            return wordsOf(turn);
        }
        if (fact.isFinal()) {
            forget(out);
        }
        return new Outcome.GoOn();
    }

    private Outcome close(CallerTurn turn, long declaredUs, Effects out) {
        forget(out);
        if (turn.hasWords()) {
            return new Outcome.TurnOver(turn, declaredUs);
        }
        return turn.speechMs() < waits.noiseMs() ? new Outcome.GoOn() : new Outcome.NotUnderstood();
    }

    private void awaitEndpoint(CallerTurn turn, Endpointing.Asked asked, Effects out) {
        long due =
                turn.lastSpeechMs() + Endpointing.patience(turn.text(), asked).ms();
        timers.arm(Timer.ENDPOINT, Math.max(due, out.nowMs()), out);
    }

    private static Outcome wordsOf(CallerTurn turn) {
        return turn.hasWords() ? new Outcome.WordsHeard(turn.text()) : new Outcome.GoOn();
    }
}
