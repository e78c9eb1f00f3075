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

    /// It is complete: the rest.
    List<String> end() {
        List<String> clauses = new ArrayList<>(add(continuation.end()));
        Optional<String> last = cutter.end();
        last.ifPresent(spoken::add);
        last.ifPresent(clauses::add);
        return clauses;
    }
}
