package dev.pickup.media.turn;

import java.util.Optional;

/// What the caller hears of what is said: how far it got, and whether it is paused. Not thread-safe.
final class Playing {
    private final SpeechQueue queue;
    private final SpeechWatch watch;
    private final Dialogue dialogue;
    private Optional<Utterance> lastCut = Optional.empty();
    private Output output = new Output.Flowing();

    /// Whether what is there goes out.
    private sealed interface Output {
        record Flowing() implements Output {}

        /// Paused, with the place where the caller stopped hearing; clause -1 until that is known.
        record Held(int clause, long playedMs) implements Output {}
    }

    Playing(SpeechQueue queue, SpeechWatch watch, Dialogue dialogue) {
        this.queue = queue;
        this.watch = watch;
        this.dialogue = dialogue;
    }

    boolean held() {
        return output instanceof Output.Held;
    }

    /// The caller hears something right now, or will within a moment without anybody's doing.
    boolean audible() {
        return !held() && queue.current().filter(Utterance::flows).isPresent();
    }

    /// Whether a barge-in may pause it: there is something, and its present clause is not guarded.
    boolean holdable() {
        return !held() && queue.current().filter(u -> !u.guardedNow()).isPresent();
    }

    /// Falls silent, ready to go on.
    void hold(Effects out) {
        queue.current().ifPresent(utterance -> {
            output = new Output.Held(-1, 0);
            if (utterance.begun()) {
                utterance.heardAt(out.nowMs());
            }
            utterance.ledger().ifPresent(TurnLedger::disturb);
            out.add(new Command.PauseOutput(utterance.id()));
            watch(out);
        });
    }

    /// Learns where the caller stopped hearing; also of an utterance that was thrown away without a pause before.
    void outputHeld(Fact.OutputHeld fact, Effects out) {
        lastCut.filter(u -> u.id() == fact.utterance()).ifPresent(u -> {
            u.heardUntil(fact.clause(), fact.playedMs());
            dialogue.agentTurn(u, out);
        });
        Optional<Utterance> utterance = queue.current().filter(u -> u.id() == fact.utterance());
        if (utterance.isEmpty()) {
            return;
        }
        utterance.get().heardUntil(fact.clause(), fact.playedMs());
        if (held()) {
            output = new Output.Held(fact.clause(), fact.playedMs());
            if (fact.clause() >= 0 && utterance.get().guardedNow()) {
                resume(out);
            }
        }
    }

    /// Goes on where it stopped, at the beginning of the first word that was not heard to its end.
    void resume(Effects out) {
        if (output instanceof Output.Held(int clause, long playedMs)) {
            output = new Output.Flowing();
            queue.current().ifPresent(utterance -> {
                int from = Math.max(0, clause);
                long fromMs = clause < 0 || clause >= utterance.clauses().size()
                        ? 0
                        : utterance.clauses().get(clause).resumeAtMs(playedMs);
                out.add(new Command.ResumeOutput(utterance.id(), from, fromMs));
                watch(out);
            });
        }
    }

    /// The guarded clauses are said whatever the caller does; what lies between is skipped.
    void skipTo(Utterance utterance, int clause, Effects out) {
        output = new Output.Flowing();
        utterance.skip(clause);
        out.add(new Command.ResumeOutput(utterance.id(), clause, 0));
        watch(out);
    }

    void frameSent(Fact.FrameSent fact, Effects out) {
        queue.find(fact.utterance()).filter(u -> !u.begun()).ifPresent(utterance -> {
            utterance.begin(dialogue.nextTurn(), out.nowMs());
            utterance.ledger().ifPresent(ledger -> ledger.wire(fact.atUs()));
            dialogue.agentTurn(utterance, out);
            watch(out);
        });
    }

    void clauseSent(Fact.ClauseSent fact, Effects out) {
        if (!held()) {
            queue.clause(fact.utterance(), fact.clause()).ifPresent(clause -> clause.sent(fact.endsAtMs()));
            watch(out);
        }
    }

    /// The caller heard the clause, and so all before it.
    void played(int id, int clause, Effects out) {
        lastCut.filter(u -> u.id() == id && clause < u.clauses().size()).ifPresent(u -> {
            u.playedThrough(clause); // its mark was on the way when the rest was thrown away
            dialogue.agentTurn(u, out);
        });
        queue.find(id).filter(u -> clause < u.clauses().size()).ifPresent(utterance -> {
            utterance.playedThrough(clause);
            utterance.heardAt(out.nowMs());
            if (utterance.begun()) {
                dialogue.agentTurn(utterance, out);
            }
            watch(out);
        });
    }

    /// Thrown away; where the caller stopped hearing it may be told yet.
    void cut(Utterance utterance) {
        if (utterance.begun()) { // one that was not is not what the output answers for
            lastCut = held() ? Optional.empty() : Optional.of(utterance);
        }
    }

    /// It is heard no more: what comes next flows. Returns whether it had fallen silent before.
    boolean leave(Utterance utterance, Effects out) {
        boolean silent = utterance.allPlayed() || (held() && queue.isFirst(utterance));
        if (queue.isFirst(utterance)) {
            output = new Output.Flowing();
            watch.playback(Optional.empty(), out);
        }
        return silent;
    }

    /// What is to be heard has changed.
    void watch(Effects out) {
        watch.playback(queue.current().filter(u -> !held() && u.flows()), out);
    }
}
