package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A reply that the model writes before the caller's turn is confirmed. Nothing of it is heard and no tool runs: what
/// comes is kept until the turn is over with the same words, or thrown away. Its first clause is rehearsed: the voice
/// makes it already. Not thread-safe.
final class Speculation {
    /// A whole reply has some hundred tokens; one that has more is not worth keeping. Chosen.
    private static final int MOST = 2_000;

    private final int run;
    private final List<Line> lines;
    private final List<Fact.FromModel> facts = new ArrayList<>();
    private final ClauseCutter cutter = new ClauseCutter();
    private Optional<String> rehearsed = Optional.empty();

    /// @param lines what the model was asked with; the caller's words so far are the last
    Speculation(int run, List<Line> lines) {
        this.run = run;
        this.lines = lines;
    }

    int run() {
        return run;
    }

    List<Line> lines() {
        return lines;
    }

    /// Keeps a fact; false when it is too much.
    boolean keep(Fact.FromModel fact, Effects out) {
        if (facts.size() == MOST) {
            return false;
        }
        facts.add(fact);
        if (rehearsed.isEmpty()) {
            rehearsed = firstClause(fact);
            rehearsed.ifPresent(clause -> out.add(new Command.Rehearse(clause)));
        }
        return true;
    }

    /// The first clause, which the voice makes already.
    Optional<String> rehearsed() {
        return rehearsed;
    }

    private Optional<String> firstClause(Fact.FromModel fact) {
        return switch (fact) {
            case Fact.Token token -> cutter.add(token.text()).stream().findFirst();
            case Fact.ModelCompleted _ -> cutter.end();
            case Fact.ModelAsked _, Fact.ToolRequested _, Fact.ModelFailed _ -> Optional.empty();
        };
    }

    /// All that came, in order.
    List<Fact.FromModel> facts() {
        return List.copyOf(facts);
    }

    /// Whether it answers this memory: all the same, and the caller's last words too, however they are written.
    boolean answers(List<Line> memory) {
        int before = lines.size() - 1;
        return memory.size() == lines.size()
                && memory.subList(0, before).equals(lines.subList(0, before))
                && memory.getLast() instanceof Line.Caller(String said)
                && lines.getLast() instanceof Line.Caller(String guessed)
                && Words.same(said, guessed);
    }
}
