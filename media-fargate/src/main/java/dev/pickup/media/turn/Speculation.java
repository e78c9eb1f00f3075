package dev.pickup.media.turn;

import java.util.ArrayList;
import java.util.List;

/// A reply that the model writes before the caller's turn is confirmed. Nothing of it is heard and no tool runs: what
/// comes is kept until the turn is over with the same words, or thrown away. Its first clauses are rehearsed: the
/// voice makes them already. Not thread-safe.
final class Speculation {
    /// A whole reply has some hundred tokens; one that has more is not worth keeping. Chosen.
    private static final int MOST = 2_000;

    /// Rehearsed until there is so much: some 2 s, in which the voice makes what follows. A short first clause alone
    /// would
    /// be heard before the second one is there.
    private static final int ENOUGH_CHARACTERS = 30;

    private final int run;
    private final Asked asked;
    private final List<Fact.FromModel> facts = new ArrayList<>();
    private final Draft draft = Draft.begin();
    private final List<String> rehearsed = new ArrayList<>();

    /// @param asked what the model was asked; the caller's words so far are the last line
    Speculation(int run, Asked asked) {
        this.run = run;
        this.asked = asked;
    }

    int run() {
        return run;
    }

    /// Keeps a fact; false when it is too much.
    boolean keep(Fact.FromModel fact, Effects out) {
        if (facts.size() == MOST) {
            return false;
        }
        facts.add(fact);
        for (String clause : clauses(fact)) {
            if (rehearsedCharacters() < ENOUGH_CHARACTERS) {
                out.add(new Command.Rehearse(rehearsed.size(), clause, asked.language()));
                rehearsed.add(clause);
            }
        }
        return true;
    }

    /// The first clauses, which the voice makes already.
    List<String> rehearsed() {
        return List.copyOf(rehearsed);
    }

    int rehearsedCharacters() {
        return rehearsed.stream().mapToInt(String::length).sum();
    }

    private List<String> clauses(Fact.FromModel fact) {
        return switch (fact) {
            case Fact.Token token -> draft.add(token.text());
            case Fact.ModelCompleted completed -> draft.end(completed.end());
            case Fact.ModelAsked _, Fact.ToolRequested _, Fact.ModelFailed _ -> List.of();
        };
    }

    /// All that came, in order.
    List<Fact.FromModel> facts() {
        return List.copyOf(facts);
    }

    /// Whether it answers this.
    boolean answers(Asked wanted) {
        return asked.same(wanted);
    }
}
