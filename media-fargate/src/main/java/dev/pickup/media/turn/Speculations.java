package dev.pickup.media.turn;

import java.util.Optional;

/// Replies that are written before the caller's turn is certainly over: one at a time, a few in a turn. Their
/// tokens are paid for, whatever becomes of them. Not thread-safe.
final class Speculations {
    private final TokenCount tokens;
    private final int most;
    private Optional<Speculation> ahead = Optional.empty();
    private int begun;

    /// @param most begun in one caller's turn
    Speculations(TokenCount tokens, int most) {
        this.tokens = tokens;
        this.most = most;
    }

    /// What is kept of the reply that is being written.
    int size() {
        return ahead.map(speculation -> speculation.facts().size()).orElse(0);
    }

    /// Whether a reply to this is being written already.
    boolean answers(Asked asked) {
        return ahead.filter(speculation -> speculation.answers(asked)).isPresent();
    }

    /// Gives up what is being written, and begins anew as `run`; false when there were enough in this turn. The last
    /// one is for words that are likely to be the turn's.
    boolean begin(int run, Asked asked, boolean likely, Effects out) {
        if (!likely && begun >= most - 1) {
            return false;
        }
        discard(out);
        if (begun >= most) {
            return false;
        }
        begun++;
        ahead = Optional.of(new Speculation(run, asked));
        return true;
    }

    /// The turn is over: what was written for the very same words, if there is any; all else is given up.
    Optional<Speculation> confirmed(Asked asked, Effects out) {
        begun = 0;
        Optional<Speculation> usable = ahead.filter(speculation -> speculation.answers(asked));
        if (usable.isEmpty()) {
            discard(out);
        }
        ahead = Optional.empty();
        return usable;
    }

    /// Keeps what the model says for later; false when it is about another run.
    boolean keeps(Fact.FromModel fact, Effects out) {
        Optional<Speculation> speculation = ahead.filter(s -> s.run() == fact.run());
        speculation
                .filter(s -> fact instanceof Fact.ModelFailed || !s.keep(fact, out))
                .ifPresent(_ -> discard(out));
        return speculation.isPresent();
    }

    /// The turn is over, and nothing that was written ahead can be used.
    void discardTurn(Effects out) {
        begun = 0;
        discard(out);
    }

    /// Gives up what is being written.
    void discard(Effects out) {
        ahead.ifPresent(speculation -> {
            out.add(new Command.CancelModel(speculation.run()));
            speculation.facts().stream()
                    .filter(Fact.ModelCompleted.class::isInstance)
                    .forEach(fact -> tokens.completed((Fact.ModelCompleted) fact, true, out));
            tokens.cancelled(speculation.run(), true, out);
            if (!speculation.rehearsed().isEmpty()) {
                out.add(new Command.DropRehearsal());
                out.add(new Command.NoteCharacters(speculation.rehearsedCharacters()));
            }
        });
        ahead = Optional.empty();
    }
}
