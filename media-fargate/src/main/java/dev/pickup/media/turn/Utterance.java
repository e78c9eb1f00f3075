package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the agent says in one go: a reply, the greeting, a prompt. Not thread-safe.
final class Utterance {
    private final int id;
    private final Priority priority;
    private final boolean clip;
    private Optional<String> language;
    private final List<Clause> clauses = new ArrayList<>();
    private After after;
    private @Nullable TurnLedger ledger;
    private List<String> rehearsed = List.of();
    private boolean complete;
    private boolean retried;
    private boolean closed;
    private int skippedTo;
    private int turn = -1;
    private long startMs = -1;
    private long endMs = -1;

    /// What follows when the caller has heard it to its end.
    sealed interface After {
        record Listen() implements After {}

        record HangUp(EndReason reason) implements After {}

        record Transfer(EndReason reason) implements After {}
    }

    /// @param language what it is said in; empty: the agent's own
    Utterance(int id, Priority priority, After after, boolean clip, Optional<String> language) {
        this.id = id;
        this.priority = priority;
        this.after = after;
        this.clip = clip;
        this.language = language;
    }

    int id() {
        return id;
    }

    /// What it gives way to: a notice as long as a guarded clause of it is to be heard.
    Priority priority() {
        boolean notice = priority.interruptible() && remaining().stream().anyMatch(Clause::guarded);
        return notice ? Priority.NOTICE : priority;
    }

    /// Whether its guarded clauses can be heard: the voice made them.
    boolean noticeMade() {
        return remaining().stream().filter(Clause::guarded).allMatch(Clause::isMade);
    }

    /// Whether it was synthesized beforehand.
    boolean clip() {
        return clip;
    }

    /// What it is said in; empty: the agent's own language.
    Optional<String> language() {
        return language;
    }

    /// Nothing of it was given to the voice: it is said in the agent's own language instead.
    void inOwnLanguage() {
        language = Optional.empty();
    }

    After after() {
        return after;
    }

    void then(After next) {
        after = next;
    }

    Optional<TurnLedger> ledger() {
        return Optional.ofNullable(ledger);
    }

    void measure(TurnLedger value) {
        ledger = value;
    }

    /// The voice makes these first clauses already.
    void rehearse(List<String> first) {
        rehearsed = first;
    }

    /// Whether the clause of this number, which was added, is one of those.
    boolean rehearsed(int number) {
        return number < rehearsed.size()
                && rehearsed.get(number).equals(clauses.get(number).text());
    }

    List<Clause> clauses() {
        return clauses;
    }

    /// No more clauses come.
    boolean complete() {
        return complete;
    }

    void markComplete() {
        complete = true;
    }

    /// Whether its voice was opened a second time; true from the second call on.
    boolean retry() {
        boolean before = retried;
        retried = true;
        return before;
    }

    /// Heard to its end, or cut.
    boolean closed() {
        return closed;
    }

    void close(long nowMs) {
        closed = true;
        endMs = Math.max(endMs, startMs < 0 ? -1 : nowMs);
    }

    /// The caller begins to hear it: from here on it is a turn.
    void begin(int number, long nowMs) {
        turn = number;
        startMs = nowMs;
        endMs = nowMs;
    }

    boolean begun() {
        return turn >= 0;
    }

    void heardAt(long nowMs) {
        endMs = nowMs;
    }

    int turn() {
        return turn;
    }

    long startMs() {
        return startMs;
    }

    long endMs() {
        return endMs;
    }

    /// The first clause that was not heard to its end; the number of clauses when there is none.
    int firstUnplayed() {
        int clause = skippedTo;
        while (clause < clauses.size() && clauses.get(clause).isPlayed()) {
            clause++;
        }
        return clause;
    }

    /// The clauses that are still to be heard.
    List<Clause> remaining() {
        return clauses.subList(skippedTo, clauses.size()).stream()
                .filter(clause -> !clause.isPlayed())
                .toList();
    }

    /// Everything up to this clause was heard, but for what was skipped.
    void playedThrough(int clause) {
        for (int i = skippedTo; i <= clause; i++) {
            clauses.get(i).played();
        }
    }

    /// Goes on at `clause`: what lies before and was not heard yet never will be.
    void skip(int clause) {
        skippedTo = clause;
    }

    /// Only what lies before `clause`, and `playedMs` of it, was heard. What lay in the carrier's buffer is gone.
    void heardUntil(int clause, long playedMs) {
        for (int i = 0; i < clauses.size(); i++) {
            if (i < clause) {
                clauses.get(i).played();
            } else if (i == clause) {
                clauses.get(i).heardUntil(playedMs);
            }
            clauses.get(i).unsent();
        }
    }

    /// Whether there is sound to be heard.
    boolean flows() {
        return remaining().stream().anyMatch(Clause::isMade);
    }

    /// Whether what is heard now cannot be interrupted.
    boolean guardedNow() {
        int clause = firstUnplayed();
        return clause < clauses.size() && clauses.get(clause).guarded();
    }

    /// The next clause that cannot be interrupted; -1 for none.
    int firstGuarded() {
        for (int i = firstUnplayed(); i < clauses.size(); i++) {
            if (clauses.get(i).guarded()) {
                return i;
            }
        }
        return -1;
    }

    boolean allPlayed() {
        return firstUnplayed() == clauses.size();
    }

    /// What the caller heard of clauses `from` (included) to `to` (excluded).
    String heard(int from, int to) {
        return join(from, to, Clause::heard);
    }

    String unheard() {
        return join(0, clauses.size(), Clause::unheard);
    }

    /// What memory holds of these clauses: all that is going to be said, or, once closed, what was heard.
    String remembered(int from, int to) {
        return closed ? heard(from, to) : join(from, to, Clause::text);
    }

    String text() {
        return join(0, clauses.size(), Clause::text);
    }

    private String join(int from, int to, Function<Clause, String> part) {
        return clauses.subList(Math.min(from, clauses.size()), Math.min(to, clauses.size())).stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
