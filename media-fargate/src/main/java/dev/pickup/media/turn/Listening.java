package dev.pickup.media.turn;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The caller's side: whether they speak, what they said, and when their turn is over. Not thread-safe.
final class Listening {
    private final TurnSettings.Waits waits;
    private final Timers timers;
    private final Predicate<String> backchannel;
    private final TurnEnd end;
    private final RecognizerWatch recognizer;
    private final ClosedTurns closed = new ClosedTurns();
    private TurnState state = new TurnState.Quiet();

    /// What became of a turn.
    sealed interface Outcome {
        /// Nothing to be done.
        record GoOn() implements Outcome {}

        /// There are words of a turn that is still open.
        record WordsHeard(String text) implements Outcome {}

        record TurnOver(CallerTurn turn, long declaredUs) implements Outcome {}

        /// The last turn's words were other ones than we took them for.
        record Corrected(CallerTurn turn, String wrong) implements Outcome {}

        /// Somebody spoke, and nobody knows what.
        record NotUnderstood() implements Outcome {}
    }

    /// @param asked       what the agent asked last
    /// @param backchannel whether words over our voice leave us the floor
    Listening(
            TurnSettings settings,
            Timers timers,
            CallerLanguage language,
            Supplier<Question> asked,
            Predicate<String> backchannel) {
        this.waits = settings.waits();
        this.timers = timers;
        this.backchannel = backchannel;
        this.end = new TurnEnd(turn -> Cues.of(language.of(turn)), asked);
        this.recognizer = new RecognizerWatch(waits, timers);
    }

    /// No turn is open.
    boolean quiet() {
        return state instanceof TurnState.Quiet || state instanceof TurnState.Doubtful;
    }

    /// Sound goes on right now.
    boolean talking() {
        return state instanceof TurnState.Talking;
    }

    /// The caller waits for us to understand.
    boolean closing() {
        return state instanceof TurnState.Closing;
    }

    /// The words of the open turn so far.
    String text() {
        return open().map(CallerTurn::text).orElse("");
    }

    /// How this caller pauses.
    Pace pace() {
        return end.pace();
    }

    /// The turn that is open, if any.
    Optional<CallerTurn> open() {
        return state.open();
    }

    /// The open turn, if it may be over with the words that are there.
    Optional<CallerTurn> likelyOver() {
        return state instanceof TurnState.Pausing(CallerTurn turn) && end.likely(turn)
                ? Optional.of(turn)
                : Optional.empty();
    }

    /// The open turn, if sound has stopped a moment ago behind what is a thought: sooner known than [#likelyOver], and
    /// oftener wrong.
    Optional<CallerTurn> perhapsOver() {
        return state instanceof TurnState.Talking(CallerTurn turn) && end.possible(turn)
                ? Optional.of(turn)
                : Optional.empty();
    }

    void speechStarted(long atMs, Effects out) {
        CallerTurn turn = open().filter(open -> !(state instanceof TurnState.Doubtful) || open.hasWords())
                .orElseGet(() -> new CallerTurn(atMs));
        end.pace().paused(turn.speechStarted(atMs));
        state = new TurnState.Talking(turn);
        timers.cancel(Timer.ENDPOINT, out);
        timers.cancel(Timer.TRANSCRIPT, out);
        recognizer.speechStarted(turn, out);
        if (!timers.armed(Timer.LONGEST_TURN)) {
            timers.arm(Timer.LONGEST_TURN, out.nowMs() + waits.longestTurn(), out);
        }
    }

    void speechHushed(long atMs) {
        open().ifPresent(turn -> turn.speechHushed(atMs));
    }

    void intonated(Fact.Intonation fact) {
        open().ifPresent(turn -> turn.intonated(fact));
    }

    void speechPaused(long atMs, Effects out) {
        if (state instanceof TurnState.Talking(CallerTurn turn)) {
            turn.speechPaused(atMs);
            state = new TurnState.Pausing(turn);
            recognizer.speechPaused(turn, out);
            awaitEndpoint(turn, out);
        }
    }

    /// The end-of-turn model has listened; a judgement of an earlier pause says nothing about this one.
    void judged(Fact.EndOfTurnJudged fact, Effects out) {
        if (state instanceof TurnState.Pausing(CallerTurn turn) && turn.lastSpeechMs() == fact.atMs()) {
            turn.judged(fact.probability());
            awaitEndpoint(turn, out);
        }
    }

    Outcome transcribed(Fact.Transcribed fact, Effects out) {
        if (closed.include(fact)) {
            return closed.late(fact);
        }
        recognizer.heard(talking(), out);
        if (state instanceof TurnState.Quiet) {
            return wordsOutOfSilence(fact, out);
        }
        CallerTurn turn = open().orElseThrow();
        turn.hear(fact);
        return switch (state) {
            case TurnState.Quiet _, TurnState.Talking _ -> wordsOf(turn);
            case TurnState.Pausing _ -> {
                awaitEndpoint(turn, out);
                yield wordsOf(turn);
            }
            case TurnState.Doubtful _ -> doubted(turn, fact, out);
            case TurnState.Closing(CallerTurn _, long declaredUs) -> {
                boolean nothingSaid = fact.isFinal() && !turn.hasWords() && fact.endMs() >= turn.lastSpeechMs() - 300;
                yield turn.covered() || nothingSaid ? understood(turn, declaredUs, out) : new Outcome.GoOn();
            }
        };
    }

    /// The caller has been silent long enough.
    Outcome endpoint(Effects out) {
        if (!(state instanceof TurnState.Pausing(CallerTurn turn))) {
            return new Outcome.GoOn();
        }
        out.add(new Command.EndCallerTurn(turn.lastSpeechMs()));
        if (turn.covered()) {
            return close(turn, out.nowUs(), out);
        }
        boolean some = turn.hasWords() || turn.speechMs() < waits.noiseMs();
        state = new TurnState.Closing(turn, out.nowUs());
        timers.arm(Timer.TRANSCRIPT, out.nowMs() + (some ? waits.moreWords() : waits.anyWords()), out);
        return new Outcome.GoOn();
    }

    /// The recognizer had long enough.
    Outcome transcriptOverdue(Effects out) {
        return switch (state) {
            case TurnState.Closing(CallerTurn turn, long declaredUs) -> {
                if (!turn.hasWords() && turn.speechMs() >= waits.noiseMs()) {
                    recognizer.restart(turn.lastSpeechMs(), out);
                }
                yield close(turn, declaredUs, out);
            }
            case TurnState.Doubtful _ -> {
                forget(out);
                yield new Outcome.GoOn();
            }
            case TurnState.Quiet _, TurnState.Talking _, TurnState.Pausing _ -> new Outcome.GoOn();
        };
    }

    /// The recognizer's stream broke: a new one hears the open turn again.
    void recognizerBroke(Effects out) {
        recognizer.restart(open().map(CallerTurn::startMs).orElse(out.nowMs()), out);
    }

    /// The recognizer says nothing though somebody speaks.
    void recognizerSilent(Effects out) {
        if (!quiet()) {
            open().ifPresent(turn -> recognizer.overdue(turn, out));
        }
    }

    /// The sound never ends.
    Outcome turnTooLong(Effects out) {
        if (!(state instanceof TurnState.Talking(CallerTurn turn))) {
            return new Outcome.GoOn();
        }
        turn.speechPaused(out.nowMs());
        out.add(new Command.EndCallerTurn(turn.lastSpeechMs()));
        return close(turn, out.nowUs(), out);
    }

    /// What was heard over our voice is taken for noise for now: no endpoint, but words may still come.
    void doubt(Effects out) {
        open().ifPresent(turn -> {
            state = new TurnState.Doubtful(turn);
            timers.cancel(Timer.ENDPOINT, out);
            timers.arm(Timer.TRANSCRIPT, out.nowMs() + waits.anyWords(), out);
        });
    }

    /// The open turn counts for nothing.
    void forget(Effects out) {
        open().ifPresent(closed::pass);
        state = new TurnState.Quiet();
        timers.cancel(Timer.ENDPOINT, out);
        timers.cancel(Timer.TRANSCRIPT, out);
        timers.cancel(Timer.LONGEST_TURN, out);
        timers.cancel(Timer.RECOGNIZER, out);
    }

    /// Words where voice activity heard nothing: somebody speaks softly.
    private Outcome wordsOutOfSilence(Fact.Transcribed fact, Effects out) {
        if (Words.of(fact.text()).isEmpty()) {
            return new Outcome.GoOn();
        }
        CallerTurn turn = new CallerTurn(fact.startMs());
        turn.speechPaused(fact.endMs());
        turn.hear(fact);
        state = new TurnState.Pausing(turn);
        awaitEndpoint(turn, out);
        return wordsOf(turn);
    }

    private Outcome doubted(CallerTurn turn, Fact.Transcribed fact, Effects out) {
        if (turn.hasWords() && !backchannel.test(turn.text())) {
            timers.cancel(Timer.TRANSCRIPT, out);
            state = new TurnState.Pausing(turn);
            awaitEndpoint(turn, out);
            return wordsOf(turn);
        }
        if (fact.isFinal()) {
            forget(out);
        }
        return new Outcome.GoOn();
    }

    /// The words came after the silence was long enough for words that nobody knew: now they may show that it was not.
    private Outcome understood(CallerTurn turn, long declaredUs, Effects out) {
        boolean hangs = turn.hasWords() && end.dueMs(turn) > out.nowMs();
        if (!hangs) {
            return close(turn, declaredUs, out);
        }
        state = new TurnState.Pausing(turn);
        timers.cancel(Timer.TRANSCRIPT, out);
        awaitEndpoint(turn, out);
        return wordsOf(turn);
    }

    private Outcome close(CallerTurn turn, long declaredUs, Effects out) {
        forget(out);
        closed.close(turn);
        if (turn.hasWords()) {
            return new Outcome.TurnOver(turn, declaredUs);
        }
        return turn.speechMs() < waits.noiseMs() ? new Outcome.GoOn() : new Outcome.NotUnderstood();
    }

    private void awaitEndpoint(CallerTurn turn, Effects out) {
        timers.arm(Timer.ENDPOINT, Math.max(end.dueMs(turn), out.nowMs()), out);
    }

    private static Outcome wordsOf(CallerTurn turn) {
        return turn.hasWords() ? new Outcome.WordsHeard(turn.text()) : new Outcome.GoOn();
    }
}
