package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one request makes the model write, on its way to the voice. Of a request that breaks, the clause that it was
/// at is never spoken, and the next request goes on after those that were. Not thread-safe.
final class Draft {
    private final ClauseCutter cutter = new ClauseCutter();
    private final Continuation continuation;
    private final List<String> spoken;
    private final int before;

    private Draft(List<String> spokenBefore) {
        continuation = new Continuation(spokenBefore);
        spoken = new ArrayList<>(spokenBefore);
        before = spoken.size();
    }

    /// The first attempt.
    static Draft begin() {
        return new Draft(List.of());
    }

    /// The attempt after this one, which broke.
    Draft next() {
        return new Draft(spoken);
    }

    /// Whether anything of this attempt is spoken.
    boolean spoke() {
        return spoken.size() > before;
    }

    /// Adds a token; returns the clauses that are to be spoken.
    List<String> add(String token) {
        List<String> clauses = cutter.add(continuation.add(token));
        spoken.addAll(clauses);
        return clauses;
    }

    /// Whether the caller would wait for more of an answer that ended so: none of it is spoken, or a filter left a
    /// sentence hanging.
    boolean leavesWaiting(ModelEnd end) {
        boolean hangs = end == ModelEnd.FILTERED && !spoken.isEmpty() && !ClauseCutter.endsSentence(spoken.getLast());
        return hangs || (!end.meant() && spoken.isEmpty());
    }

    /// No more comes: the rest, as far as it can be spoken. Of an answer that was cut, that is a sentence; where the
    /// caller would hear nothing else of one that was too long, the words that are whole.
    List<String> end(ModelEnd end) {
        List<String> clauses = new ArrayList<>(add(continuation.end()));
        boolean words = end == ModelEnd.LENGTH && spoken.isEmpty();
        Optional<String> last = end.meant() ? cutter.end() : cutter.endAsCut(words);
        last.ifPresent(spoken::add);
        last.ifPresent(clauses::add);
        return clauses;
    }
}
