package dev.pickup.media.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// All that is to be said, in the order in which it was begun; the first one is being heard. Not thread-safe.
final class SpeechQueue {
    private final Deque<Utterance> utterances = new ArrayDeque<>();

    void add(Utterance utterance) {
        utterances.addLast(utterance);
    }

    void remove(Utterance utterance) {
        utterances.remove(utterance);
    }

    boolean isEmpty() {
        return utterances.isEmpty();
    }

    /// As they are now, whatever is done to the queue meanwhile.
    List<Utterance> all() {
        return List.copyOf(utterances);
    }

    /// What is being heard, or is next to be.
    Optional<Utterance> current() {
        return Optional.ofNullable(utterances.peekFirst());
    }

    boolean isFirst(Utterance utterance) {
        return utterances.peekFirst() == utterance;
    }

    Optional<Utterance> find(int id) {
        return utterances.stream().filter(u -> u.id() == id).findFirst();
    }

    Optional<Clause> clause(int id, int clause) {
        return find(id).filter(u -> clause >= 0 && clause < u.clauses().size())
                .map(u -> u.clauses().get(clause));
    }
}
