package dev.pickup.media.turn;

import java.util.Optional;

/// The model's side: one reply at a time, in as many rounds as its tools need. Not thread-safe.
final class Replying {
    /// Rounds of tools in one reply; a model that wants more goes in circles. Chosen.
    private static final int MOST_ROUNDS = 6;

    /// Clauses in one reply: several minutes of talk. A model that wants more has run away. Chosen.
    private static final int MOST_CLAUSES = 100;

    private final Dialogue dialogue;
    private final CallerLanguage language;
    private final Speaking speaking;
    private final Tools tools;
    private final ToolRequests toolRequests;
    private final TokenCount tokens = new TokenCount();
    private final Requests requests;
    private State state = new State.Idle();
    private final Speculations ahead;
    private Optional<Utterance> latest = Optional.empty();

    private sealed interface State {
        record Idle() implements State {}

        /// The model writes.
        record Writing(Reply reply, int run) implements State {}

        /// The model waits for its tools.
        record UsingTools(Reply reply) implements State {}

        /// The caller said more while tools of an earlier reply were running: their results come first.
        record Owed(TurnLedger ledger) implements State {}
    }

    /// What became of a reply.
    sealed interface Outcome {
        record GoOn() implements Outcome {}

        /// The model cannot do it.
        record GaveUp() implements Outcome {}
    }

    Replying(
            TurnSettings settings,
            Timers timers,
            Dialogue dialogue,
            CallerLanguage language,
            Speaking speaking,
            Tools tools) {
        this.requests = new Requests(settings.waits(), timers, tokens);
        this.ahead = new Speculations(tokens, settings.speculations());
        this.dialogue = dialogue;
        this.language = language;
        this.speaking = speaking;
        this.tools = tools;
        this.toolRequests = new ToolRequests(tools, dialogue, speaking);
    }

    boolean idle() {
        return state instanceof State.Idle;
    }

    /// The utterance of the reply being written.
    Optional<Utterance> utterance() {
        return switch (state) {
            case State.Idle _, State.Owed _ -> Optional.empty();
            case State.Writing(Reply reply, int _) -> Optional.of(reply.utterance);
            case State.UsingTools(Reply reply) -> Optional.of(reply.utterance);
        };
    }

    /// The utterance of the reply to what the caller said last, also when the model is done with it.
    Optional<Utterance> latest() {
        return latest;
    }

    /// Runs whose cost is not known yet, and what of them is kept.
    int size() {
        return tokens.size() + ahead.size();
    }

    /// Whether tools run, and the caller has heard nothing of this reply.
    boolean waitsSilently() {
        return state instanceof State.UsingTools(Reply reply) && !reply.spoke();
    }

    /// Whether a reply may still be taken back without a trace: nothing but words came of it.
    boolean pristine() {
        return state instanceof State.Writing(Reply reply, int _) && reply.rounds == 0 && !reply.utterance.begun();
    }

    /// The caller's turn may be over: lets the model write a reply already. Nothing of it is spoken.
    ///
    /// @param likely whether speech has paused; else it has only stopped for a moment
    void speculate(Asked asked, boolean likely, Effects out) {
        if (idle() && !tools.running() && !ahead.answers(asked) && ahead.begin(requests.next(), asked, likely, out)) {
            requests.send(asked, out);
        }
    }

    /// Begins a reply to what the dialogue holds, once no tool of an earlier reply is running any more. What was
    /// written
    /// ahead of time for the very same words is used.
    Outcome start(TurnLedger ledger, Effects out) {
        latest = Optional.empty();
        if (tools.running()) {
            ahead.discardTurn(out);
            state = new State.Owed(ledger);
            return new Outcome.GoOn();
        }
        Asked asked = new Asked(dialogue.lines(), language.spoken());
        if (!speaking.idle()) {
            ledger.disturb();
        }
        Optional<Speculation> written = ahead.confirmed(asked, out);
        Utterance utterance = written.map(Speculation::rehearsed)
                .filter(clauses -> !clauses.isEmpty())
                .map(clauses -> speaking.openRehearsed(clauses, out))
                .orElseGet(() -> speaking.openAnswer(out));
        utterance.measure(ledger);
        latest = Optional.of(utterance);
        Reply reply = new Reply(utterance, ledger);
        if (written.isPresent()) {
            return adopt(written.get(), reply, out);
        }
        ask(reply, out);
        return new Outcome.GoOn();
    }

    /// Gives the reply up, and what was written ahead. Tools that run go on, and their results are remembered.
    void cancel(Effects out) {
        // What was begun gets no more clauses: an utterance that waits for some for ever would block all after it.
        utterance()
                .filter(u -> u.begun() && !u.complete() && !speaking.held())
                .ifPresent(u -> speaking.complete(u, out));
        if (state instanceof State.Writing(Reply reply, int run)) {
            requests.breakOff(run, !reply.utterance.begun(), out);
        }
        state = new State.Idle();
    }

    /// Throws away what was written ahead of time.
    void discardSpeculation(Effects out) {
        ahead.discard(out);
    }

    Outcome on(Fact.FromModel fact, Effects out) {
        if (fact instanceof Fact.Token) {
            tokens.token(fact.run());
        }
        return ahead.keeps(fact, out) ? new Outcome.GoOn() : take(fact, out);
    }

    /// The turn is confirmed: what was written becomes the reply, from here on as if it came now.
    private Outcome adopt(Speculation speculation, Reply reply, Effects out) {
        state = new State.Writing(reply, speculation.run());
        requests.watch(out);
        Outcome outcome = new Outcome.GoOn();
        for (Fact.FromModel fact : speculation.facts()) {
            outcome = take(fact, out);
        }
        return outcome;
    }

    private Outcome take(Fact.FromModel fact, Effects out) {
        if (!(state instanceof State.Writing(Reply reply, int run)) || run != fact.run()) {
            return new Outcome.GoOn();
        }
        return switch (fact) {
            case Fact.ModelAsked asked -> {
                reply.ledger.asked(asked.atUs());
                yield new Outcome.GoOn();
            }
            case Fact.Token token -> {
                write(reply, token, out);
                yield reply.utterance.clauses().size() < MOST_CLAUSES ? new Outcome.GoOn() : runAway(reply, run, out);
            }
            case Fact.ToolRequested request -> {
                toolRequests.note(reply, request);
                requests.watch(out);
                yield new Outcome.GoOn();
            }
            case Fact.ModelCompleted completed -> completed(reply, completed, out);
            case Fact.ModelFailed failed -> failed(reply, run, failed.worthRepeating(), out);
        };
    }

    /// The model said nothing for too long.
    Outcome overdue(Effects out) {
        return state instanceof State.Writing(Reply reply, int run)
                ? failed(reply, run, true, out)
                : new Outcome.GoOn();
    }

    /// A tool answered, or all that run are given up.
    Outcome toolsSettled(Effects out) {
        if (tools.running()) {
            return new Outcome.GoOn();
        }
        return switch (state) {
            case State.Idle _, State.Writing _ -> new Outcome.GoOn();
            case State.Owed(TurnLedger ledger) -> {
                state = new State.Idle();
                ledger.disturb();
                yield start(ledger, out);
            }
            case State.UsingTools(Reply reply) -> nextRound(reply, out);
        };
    }

    private void ask(Reply reply, Effects out) {
        state = new State.Writing(reply, requests.next());
        requests.send(new Asked(dialogue.lines(), reply.utterance.language()), out);
        requests.watch(out);
    }

    /// Enough: what was said so far is the reply.
    private Outcome runAway(Reply reply, int run, Effects out) {
        requests.breakOff(run, false, out);
        finish(reply, out);
        return new Outcome.GoOn();
    }

    private void write(Reply reply, Fact.Token token, Effects out) {
        reply.ledger.token(token.atUs());
        for (String clause : reply.draft.add(token.text())) {
            reply.speak(clause, token.atUs(), speaking, out);
        }
        requests.watch(out);
    }

    private Outcome completed(Reply reply, Fact.ModelCompleted fact, Effects out) {
        requests.completed(fact, out);
        reply.draft.end(fact.end()).forEach(clause -> reply.speak(clause, fact.atUs(), speaking, out));
        if (!reply.requested.isEmpty()) {
            return useTools(reply, out);
        }
        if (!reply.spoke() || reply.draft.leavesWaiting(fact.end())) {
            return again(reply, out);
        }
        finish(reply, out);
        return new Outcome.GoOn();
    }

    private Outcome failed(Reply reply, int run, boolean worthRepeating, Effects out) {
        requests.breakOff(run, !reply.draft.spoke(), out);
        return worthRepeating ? again(reply, out) : giveUp();
    }

    /// Asks once more, with a memory that ends in what was spoken; after that it is given up.
    private Outcome again(Reply reply, Effects out) {
        if (!reply.retry()) {
            return giveUp();
        }
        reply.ledger.ready(out.nowUs());
        ask(reply, out);
        return new Outcome.GoOn();
    }

    private Outcome giveUp() {
        state = new State.Idle();
        return new Outcome.GaveUp();
    }

    private void finish(Reply reply, Effects out) {
        speaking.complete(reply.utterance, out);
        state = new State.Idle();
    }

    private Outcome useTools(Reply reply, Effects out) {
        if (toolRequests.run(reply, out)) {
            finish(reply, out);
            return new Outcome.GoOn();
        }
        state = new State.UsingTools(reply);
        return toolsSettled(out);
    }

    private Outcome nextRound(Reply reply, Effects out) {
        reply.nextRound();
        if (reply.rounds > MOST_ROUNDS) {
            return giveUp();
        }
        dialogue.agent(reply.utterance, reply.utterance.clauses().size());
        reply.ledger.ready(out.nowUs());
        ask(reply, out);
        return new Outcome.GoOn();
    }
}
