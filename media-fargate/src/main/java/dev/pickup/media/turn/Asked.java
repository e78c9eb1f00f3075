package dev.pickup.media.turn;

import java.util.List;
import java.util.Optional;

/// What the model is asked: the memory, and the language to answer in.
///
/// @param memory   the caller's words are its last line, or digits, or a tool's result
/// @param language BCP 47; empty: the agent's own
record Asked(List<Line> memory, Optional<String> language) {
    Asked {
        memory = List.copyOf(memory);
    }

    /// Whether an answer to this answers the other, too: all the same, and the caller's last words, however they are
    /// written.
    boolean same(Asked other) {
        int before = memory.size() - 1;
        return language.equals(other.language)
                && other.memory.size() == memory.size()
                && other.memory.subList(0, before).equals(memory.subList(0, before))
                && other.memory.getLast() instanceof Line.Caller(String said)
                && memory.getLast() instanceof Line.Caller(String guessed)
                && Words.same(said, guessed);
    }
}
