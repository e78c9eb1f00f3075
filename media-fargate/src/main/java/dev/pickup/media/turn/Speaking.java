package dev.pickup.media.turn;

import dev.pickup.media.turn.Utterance.After;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The agent's voice: utterances in the order they were begun, one being heard, and how far. Not thread-safe.
final class Speaking {
    private final SpeechWatch watch;
    private final Dialogue dialogue;
    private final Deque<Utterance> queue = new ArrayDeque<>();
    private int nextId;
    private Optional<Utterance> lastCut = Optional.empty();
    private Output output = new Output.Flowing();

    /// Whether what is there goes out.
    private sealed interface Output {
        record Flowing() implements Output {}

        /// Paused, with the place where the caller stopped hearing; clause -1 until that is known.
        record Held(int clause, long playedMs) implements Output {}
    }

    Speaking(TurnSettings.Waits waits, Timers timers, Dialogue dialogue) {
        this.watch = new SpeechWatch(waits, timers);
        this.dialogue = dialogue;
    }

    /// Clauses of all that waits to be heard.
    int size() {
        return queue.stream()
                .mapToInt(utterance -> 1 + utterance.clauses().size())
                .sum();
    }

    /// Nothing is being said, and nothing waits to be.
    boolean idle() {
        return queue.isEmpty();
    }

    /// The caller hears something right now, or will within a moment without anybody's doing.
    boolean audible() {
        return !held() && current().filter(Speaking::flows).isPresent();
    }

    boolean held() {
        return output instanceof Output.Held;
    }

    Optional<Utterance> current() {
        return Optional.ofNullable(queue.peekFirst());
    }

    /// Whether a barge-in may pause it: there is something, and its present clause is not guarded.
    boolean holdable() {
        return !held() && current().filter(u -> !guardedNow(u)).isPresent();
    }

    /// Says fixed sentences; what fills a silence is left unsaid when there is none.
    void say(Priority priority, After after, List<Clause> clauses, Effects out) {
        if (priority.fillsSilence() && !idle()) {
            return;
        }
        Utterance utterance = open(priority, after, out);
        clauses.forEach(clause -> clause(utterance, clause, out));
        complete(utterance, out);
    }

    /// Plays a sentence that was synthesized beforehand: an apology, guarded.
    Utterance sayClip(After after, String text, Effects out) {
        Utterance utterance = new Utterance(nextId++, Priority.APOLOGY, after, true);
        utterance.clauses().add(new Clause(text, true));
        utterance.markComplete();
        begin(utterance, out);
        out.add(new Command.PlayClip(utterance.id(), text));
        watch.voiceAskedAnew(out);
        return utterance;
    }

    /// Opens an utterance whose clauses come later.
    Utterance open(Priority priority, After after, Effects out) {
        Utterance utterance = new Utterance(nextId++, priority, after, false);
        begin(utterance, out);
        out.add(new Command.OpenVoice(utterance.id()));
        return utterance;
    }

    /// Opens an answer whose first clause is being made already.
    Utterance openRehearsed(String clause, Effects out) {
        Utterance utterance = new Utterance(nextId++, Priority.ANSWER, new After.Listen(), false);
        utterance.rehearse(clause);
        begin(utterance, out);
        out.add(new Command.OpenRehearsed(utterance.id()));
        return utterance;
    }

    void clause(Utterance utterance, Clause clause, Effects out) {
        utterance.clauses().add(clause);
        int number = utterance.clauses().size() - 1;
        if (number > 0 || !utterance.rehearsed(clause.text())) {
            out.add(new Command.SpeakClause(utterance.id(), number, clause.text()));
        }
        watch.voiceAsked(out);
    }

    /// No more clauses come; an utterance without any is over.
    void complete(Utterance utterance, Effects out) {
        utterance.markComplete();
        out.add(new Command.EndVoice(utterance.id()));
    }

    void made(Fact.ClauseMade fact, Effects out) {
        clauseOf(fact.utterance(), fact.clause()).ifPresent(clause -> {
            clause.made(fact.lengthMs(), fact.wordsEndMs());
            watchVoice(0, out);
            watchPlayback(out);
        });
    }

    void began(Fact.VoiceBegan fact, Effects out) {
        clauseOf(fact.utterance(), fact.clause()).ifPresent(clause -> {
            watchVoice(clause.lengthMs(), out);
            find(fact.utterance()).flatMap(Utterance::ledger).ifPresent(l -> l.audio(fact.handedUs(), fact.atUs()));
        });
    }

    /// The voice broke or is stuck. True when it shall be given up: it was tried twice.
    boolean voiceFailed(int id, Effects out) {
        Optional<Utterance> broken = find(id);
        if (broken.isEmpty()) {
            return false;
        }
        Utterance utterance = broken.get();
        if (utterance.clip() || utterance.retry()) {
            return true;
        }
        out.add(new Command.OpenVoice(id));
        List<Clause> clauses = utterance.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (!clauses.get(i).isMade()) {
                out.add(new Command.SpeakClause(id, i, clauses.get(i).text()));
            }
        }
        if (utterance.complete()) {
            out.add(new Command.EndVoice(id));
        }
        watch.voiceAskedAnew(out);
        return false;
    }

    /// The utterance whose clause the voice owes us, when its timer fired.
    Optional<Utterance> stuck() {
        return queue.stream()
                .filter(u -> u.clauses().stream().anyMatch(c -> !c.isMade()))
                .findFirst();
    }

    void frameSent(Fact.FrameSent fact, Effects out) {
        find(fact.utterance()).filter(u -> !u.begun()).ifPresent(utterance -> {
            utterance.begin(dialogue.nextTurn(), out.nowMs());
            utterance.ledger().ifPresent(ledger -> ledger.wire(fact.atUs()));
            dialogue.agentTurn(utterance, out);
            watchPlayback(out);
        });
    }

    void clauseSent(Fact.ClauseSent fact, Effects out) {
        if (!held()) {
            clauseOf(fact.utterance(), fact.clause()).ifPresent(clause -> clause.sent(fact.endsAtMs()));
            watchPlayback(out);
        }
    }

    /// The caller heard the clause, and so all before it.
    void played(int id, int clause, Effects out) {
        lastCut.filter(u -> u.id() == id && clause < u.clauses().size()).ifPresent(u -> {
            u.playedThrough(clause); // its mark was on the way when the rest was thrown away
            dialogue.agentTurn(u, out);
        });
        find(id).filter(u -> clause < u.clauses().size()).ifPresent(utterance -> {
            utterance.playedThrough(clause);
            utterance.heardAt(out.nowMs());
            if (utterance.begun()) {
                dialogue.agentTurn(utterance, out);
            }
            watchPlayback(out);
        });
    }

    /// What a mark that does not come back means.
    sealed interface Overdue {
        /// All that went out long ago was heard; the line has been silent for so long by now.
        record Heard(long silentForMs) implements Overdue {}

        /// What did not go out never will: it was cut.
        record Lost(Utterance utterance) implements Overdue {}
    }

    Overdue marksOverdue(Effects out) {
        Optional<Utterance> utterance = current();
        if (utterance.isEmpty()) {
            return new Overdue.Heard(0);
        }
        List<Clause> clauses = utterance.get().clauses();
        int lastSent = clauses.size() - 1;
        while (lastSent >= 0 && !clauses.get(lastSent).isSent()) {
            lastSent--;
        }
        if (lastSent < utterance.get().firstUnplayed()) {
            cut(utterance.get(), out);
            return new Overdue.Lost(utterance.get());
        }
        played(utterance.get().id(), lastSent, out);
        return new Overdue.Heard(out.nowMs() - clauses.get(lastSent).endsAtMs());
    }

    /// Takes an utterance that was heard to its end off the queue.
    Optional<Utterance> takeFinished(Effects out) {
        Optional<Utterance> finished = current().filter(u -> !held() && u.complete() && u.allPlayed());
        finished.ifPresent(utterance -> remove(utterance, out));
        return finished;
    }

    /// Falls silent, ready to go on.
    void hold(Effects out) {
        current().ifPresent(utterance -> {
            output = new Output.Held(-1, 0);
            if (utterance.begun()) {
                utterance.heardAt(out.nowMs());
            }
            utterance.ledger().ifPresent(TurnLedger::disturb);
            out.add(new Command.PauseOutput(utterance.id()));
            watchPlayback(out);
        });
    }

    /// Learns where the caller stopped hearing; also of an utterance that was thrown away without a pause before.
    void outputHeld(Fact.OutputHeld fact, Effects out) {
        lastCut.filter(u -> u.id() == fact.utterance()).ifPresent(u -> {
            place(u, fact.clause(), fact.playedMs());
            dialogue.agentTurn(u, out);
        });
        Optional<Utterance> utterance = current().filter(u -> u.id() == fact.utterance());
        if (utterance.isEmpty()) {
            return;
        }
        place(utterance.get(), fact.clause(), fact.playedMs());
        if (held()) {
            output = new Output.Held(fact.clause(), fact.playedMs());
            if (fact.clause() >= 0 && guardedNow(utterance.get())) {
                resume(out);
            }
        }
    }

    /// Goes on where it stopped, at the beginning of the first word that was not heard to its end.
    void resume(Effects out) {
        if (output instanceof Output.Held(int clause, long playedMs)) {
            output = new Output.Flowing();
            current().ifPresent(utterance -> {
                int from = Math.max(0, clause);
                long fromMs = clause < 0 || clause >= utterance.clauses().size()
                        ? 0
                        : utterance.clauses().get(clause).resumeAtMs(playedMs);
                out.add(new Command.ResumeOutput(utterance.id(), from, fromMs));
                watchPlayback(out);
            });
        }
    }

    /// The caller has the floor: everything that is not guarded is thrown away.
    void yieldFloor(Effects out) {
        for (Utterance utterance : List.copyOf(queue)) {
            int guarded = firstGuardedAfter(utterance);
            if (guarded < 0) {
                cut(utterance, out);
            } else if (held() && utterance == queue.peekFirst()) {
                skipTo(utterance, guarded, out);
            }
        }
    }

    /// Throws away what gives way to something of this priority. A notice that is paused goes on, one that was never
    /// made
    /// is given up for an apology.
    void makeWay(Priority next, Effects out) {
        for (Utterance utterance : List.copyOf(queue)) {
            boolean hopeless = next == Priority.APOLOGY && !utterance.noticeMade();
            if (hopeless || utterance.priority().givesWayTo(next, utterance.begun())) {
                cut(utterance, out);
            } else if (next == Priority.APOLOGY && held() && utterance == queue.peekFirst()) {
                skipTo(utterance, firstGuardedAfter(utterance), out);
            }
        }
    }

    /// Throws everything away, guarded or not.
    void silence(Effects out) {
        List.copyOf(queue).forEach(utterance -> cut(utterance, out));
    }

    /// Throws one utterance away. What was heard of it stays heard.
    void cut(Utterance utterance, Effects out) {
        if (utterance.begun()) { // one that was not is not what the output answers for
            lastCut = held() ? Optional.empty() : Optional.of(utterance);
        }
        out.add(new Command.DropOutput(utterance.id()));
        remove(utterance, out);
    }

    private void begin(Utterance utterance, Effects out) {
        queue.addLast(utterance);
        dialogue.agent(utterance, 0);
        watchPlayback(out);
    }

    private void remove(Utterance utterance, Effects out) {
        boolean silent = utterance.allPlayed() || (held() && queue.peekFirst() == utterance);
        if (queue.peekFirst() == utterance) {
            output = new Output.Flowing();
            watch.playback(Optional.empty(), out);
        }
        queue.remove(utterance);
        utterance.close(silent ? utterance.endMs() : out.nowMs());
        if (utterance.begun()) {
            dialogue.agentTurn(utterance, out);
        }
        watchVoice(0, out);
        watchPlayback(out);
    }

    /// The guarded clauses are said whatever the caller does; what lies between is skipped.
    private void skipTo(Utterance utterance, int clause, Effects out) {
        output = new Output.Flowing();
        utterance.skip(clause);
        out.add(new Command.ResumeOutput(utterance.id(), clause, 0));
        watchPlayback(out);
    }

    /// Sets what was heard: all before `clause`, and `playedMs` of it. What lay in the carrier's buffer is
    /// gone.
    private static void place(Utterance utterance, int clause, long playedMs) {
        List<Clause> clauses = utterance.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (i < clause) {
                clauses.get(i).played();
            } else if (i == clause) {
                clauses.get(i).heardUntil(playedMs);
            }
            clauses.get(i).unsent();
        }
    }

    private static boolean flows(Utterance utterance) {
        return utterance.remaining().stream().anyMatch(Clause::isMade);
    }

    private static boolean guardedNow(Utterance utterance) {
        int clause = utterance.firstUnplayed();
        return clause < utterance.clauses().size()
                && utterance.clauses().get(clause).guarded();
    }

    private static int firstGuardedAfter(Utterance utterance) {
        for (int i = utterance.firstUnplayed(); i < utterance.clauses().size(); i++) {
            if (utterance.clauses().get(i).guarded()) {
                return i;
            }
        }
        return -1;
    }

    private void watchVoice(long extraMs, Effects out) {
        watch.voiceGave(stuck().isPresent(), extraMs, out);
    }

    private void watchPlayback(Effects out) {
        watch.playback(current().filter(u -> !held() && flows(u)), out);
    }

    private Optional<Clause> clauseOf(int id, int clause) {
        return find(id).filter(u -> clause >= 0 && clause < u.clauses().size())
                .map(u -> u.clauses().get(clause));
    }

    private Optional<Utterance> find(int id) {
        return queue.stream().filter(u -> u.id() == id).findFirst();
    }
}
