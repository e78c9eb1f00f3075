package dev.pickup.media.turn;

import java.util.Optional;

/// Where a turn of the caller's is. [Listening] moves it on.
sealed interface TurnState {
    /// The turn that is open, if any.
    Optional<CallerTurn> open();

    /// No turn is open.
    record Quiet() implements TurnState {
        @Override
        public Optional<CallerTurn> open() {
            return Optional.empty();
        }
    }

    /// A turn is.
    sealed interface Open extends TurnState {
        CallerTurn turn();

        @Override
        default Optional<CallerTurn> open() {
            return Optional.of(turn());
        }
    }

    /// Sound goes on.
    record Talking(CallerTurn turn) implements Open {}

    /// Silence inside or after a turn; `ENDPOINT` decides.
    record Pausing(CallerTurn turn) implements Open {}

    /// The turn is over, its words are not all there; `TRANSCRIPT` limits the wait.
    record Closing(CallerTurn turn, long declaredUs) implements Open {}

    /// A sound over our voice without words yet; words still make it a turn, `TRANSCRIPT` forgets it.
    record Doubtful(CallerTurn turn) implements Open {}
}
