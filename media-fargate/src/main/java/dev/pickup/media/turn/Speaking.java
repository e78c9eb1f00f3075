package dev.pickup.media.turn;

import dev.pickup.media.turn.Utterance.After;
import java.util.List;
import java.util.Optional;

/// What the agent says: utterances are opened, made by the voice, and thrown away. Not thread-safe.
final class Speaking {
    private final SpeechQueue queue;
    private final Playing playing;
    private final SpeechWatch watch;
    private final Dialogue dialogue;
    private final CallerLanguage language;
    private int nextId;

    Speaking(SpeechQueue queue, Playing playing, SpeechWatch watch, Dialogue dialogue, CallerLanguage language) {
        this.queue = queue;
        this.playing = playing;
        this.watch = watch;
        this.dialogue = dialogue;
        this.language = language;
    }

    /// Clauses of all that waits to be heard.
    int size() {
        return queue.all().stream()
                .mapToInt(utterance -> 1 + utterance.clauses().size())
                .sum();
    }

    /// Nothing is being said, and nothing waits to be.
    boolean idle() {
        return queue.isEmpty();
    }

    /// What is being heard, or is next to be.
    Optional<Utterance> current() {
        return queue.current();
    }

    boolean held() {
        return playing.held();
    }

    boolean audible() {
        return playing.audible();
    }

    /// Says what we say by ourselves, in the caller's language if we know the words; what fills a silence is left
    /// unsaid when there is none. Last sentences are guarded.
    void phrase(Priority priority, After after, String phrase, Effects out) {
        if (priority.fillsSilence() && !idle()) {
            return;
        }
        CallerLanguage.Wording wording = language.wording(phrase);
        List<Clause> clauses = Clause.all(wording.text(), priority == Priority.APOLOGY);
        say(open(priority, after, wording.language(), out), clauses, out);
    }

    /// Says the agent's first words, in its own language.
    void greet(List<Clause> clauses, Effects out) {
        say(open(Priority.ANSWER, new After.Listen(), Optional.empty(), out), clauses, out);
    }

    private void say(Utterance utterance, List<Clause> clauses, Effects out) {
        clauses.forEach(clause -> clause(utterance, clause, out));
        complete(utterance, out);
    }

    /// Says what we say by ourselves amid a reply, in the reply's language. What we do not know in it is left unsaid: a
    /// voice that reads another language is understood by nobody.
    void phraseWithin(Utterance utterance, String phrase, Effects out) {
        language.wordingIn(utterance.language(), phrase)
                .ifPresent(text -> clause(utterance, new Clause(text, false), out));
    }

    /// The only words of a reply whose model found none.
    String soleWords(Utterance utterance, String phrase, Effects out) {
        return language.wordingIn(utterance.language(), phrase).orElseGet(() -> {
            utterance.inOwnLanguage();
            out.add(new Command.OpenVoice(utterance.id(), utterance.language()));
            return language.ownWording(phrase);
        });
    }

    /// Plays a sentence that was synthesized beforehand, in the agent's own language: an apology, guarded.
    Utterance sayClip(After after, String phrase, Effects out) {
        String text = language.ownWording(phrase);
        Utterance utterance = new Utterance(nextId++, Priority.APOLOGY, after, true, Optional.empty());
        utterance.clauses().add(new Clause(text, true));
        utterance.markComplete();
        begin(utterance, out);
        out.add(new Command.PlayClip(utterance.id(), text));
        watch.voiceAskedAnew(out);
        return utterance;
    }

    /// Opens an answer to the caller, in their language; its clauses come later.
    Utterance openAnswer(Effects out) {
        return open(Priority.ANSWER, new After.Listen(), language.spoken(), out);
    }

    private Utterance open(Priority priority, After after, Optional<String> in, Effects out) {
        Utterance utterance = new Utterance(nextId++, priority, after, false, in);
        begin(utterance, out);
        out.add(new Command.OpenVoice(utterance.id(), in));
        return utterance;
    }

    /// Opens an answer whose first clauses are being made already, in the caller's language.
    Utterance openRehearsed(List<String> clauses, Effects out) {
        Utterance utterance = new Utterance(nextId++, Priority.ANSWER, new After.Listen(), false, language.spoken());
        utterance.rehearse(clauses);
        begin(utterance, out);
        out.add(new Command.OpenRehearsed(utterance.id()));
        return utterance;
    }

    void clause(Utterance utterance, Clause clause, Effects out) {
        utterance.clauses().add(clause);
        int number = utterance.clauses().size() - 1;
        if (!utterance.rehearsed(number)) {
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
        queue.clause(fact.utterance(), fact.clause()).ifPresent(clause -> {
            clause.made(fact.lengthMs(), fact.wordsEndMs());
            watchVoice(0, out);
            playing.watch(out);
        });
    }

    void began(Fact.VoiceBegan fact, Effects out) {
        queue.clause(fact.utterance(), fact.clause()).ifPresent(clause -> {
            watchVoice(clause.lengthMs(), out);
            queue.find(fact.utterance())
                    .flatMap(Utterance::ledger)
                    .ifPresent(l -> l.audio(fact.handedUs(), fact.atUs()));
        });
    }

    /// The voice broke or is stuck. True when it shall be given up: it was tried twice.
    boolean voiceFailed(int id, Effects out) {
        Optional<Utterance> broken = queue.find(id);
        if (broken.isEmpty()) {
            return false;
        }
        Utterance utterance = broken.get();
        if (utterance.clip() || utterance.retry()) {
            return true;
        }
        out.add(new Command.OpenVoice(id, utterance.language()));
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
        return queue.all().stream()
                .filter(u -> u.clauses().stream().anyMatch(c -> !c.isMade()))
                .findFirst();
    }

    /// Takes an utterance that was heard to its end off the queue.
    Optional<Utterance> takeFinished(Effects out) {
        Optional<Utterance> finished = queue.current().filter(u -> !playing.held() && u.complete() && u.allPlayed());
        finished.ifPresent(utterance -> remove(utterance, out));
        return finished;
    }

    /// What a mark that does not come back means.
    sealed interface Overdue {
        /// All that went out long ago was heard; the line has been silent for so long by now.
        record Heard(long silentForMs) implements Overdue {}

        /// What did not go out never will: it was cut.
        record Lost(Utterance utterance) implements Overdue {}
    }

    Overdue marksOverdue(Effects out) {
        Optional<Utterance> utterance = queue.current();
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
        playing.played(utterance.get().id(), lastSent, out);
        return new Overdue.Heard(out.nowMs() - clauses.get(lastSent).endsAtMs());
    }

    /// The caller has the floor: everything that is not guarded is thrown away.
    void yieldFloor(Effects out) {
        for (Utterance utterance : queue.all()) {
            int guarded = utterance.firstGuarded();
            if (guarded < 0) {
                cut(utterance, out);
            } else if (playing.held() && queue.isFirst(utterance)) {
                playing.skipTo(utterance, guarded, out);
            }
        }
    }

    /// Throws away what gives way to something of this priority. A notice that is paused goes on, one that was never
    /// made
    /// is given up for an apology.
    void makeWay(Priority next, Effects out) {
        for (Utterance utterance : queue.all()) {
            boolean hopeless = next == Priority.APOLOGY && !utterance.noticeMade();
            if (hopeless || utterance.priority().givesWayTo(next, utterance.begun())) {
                cut(utterance, out);
            } else if (next == Priority.APOLOGY && playing.held() && queue.isFirst(utterance)) {
                playing.skipTo(utterance, utterance.firstGuarded(), out);
            }
        }
    }

    /// Throws everything away, guarded or not.
    void silence(Effects out) {
        queue.all().forEach(utterance -> cut(utterance, out));
    }

    /// Throws one utterance away. What was heard of it stays heard.
    void cut(Utterance utterance, Effects out) {
        playing.cut(utterance);
        out.add(new Command.DropOutput(utterance.id()));
        remove(utterance, out);
    }

    private void begin(Utterance utterance, Effects out) {
        queue.add(utterance);
        dialogue.agent(utterance, 0);
        playing.watch(out);
    }

    private void remove(Utterance utterance, Effects out) {
        boolean silent = playing.leave(utterance, out);
        queue.remove(utterance);
        utterance.close(silent ? utterance.endMs() : out.nowMs());
        if (utterance.begun()) {
            dialogue.agentTurn(utterance, out);
        }
        watchVoice(0, out);
        playing.watch(out);
    }

    private void watchVoice(long extraMs, Effects out) {
        watch.voiceGave(stuck().isPresent(), extraMs, out);
    }
}
