package dev.pickup.media.session;

import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.EndReason;

/// How a session stands, and what is to become of the caller's leg. Pure.
sealed interface Standing {
    /// What the conversation wants of the caller's leg.
    enum Leg {
        LEFT_ALONE,
        HUNG_UP,
        TRANSFERRED
    }

    /// The conversation goes on.
    record Live() implements Standing {}

    /// The conversation has said what shall become of the leg; its end follows.
    record Leaving(Leg leg) implements Standing {}

    record Finished(Command.Finish finish, Leg leg) implements Standing {}

    /// The call is another task's.
    record Displaced() implements Standing {}

    /// A session that cannot go on by a fault of its own: nobody is left on a dead line.
    static Standing broken() {
        return new Finished(new Command.Finish(EndReason.FAILED, "failed"), Leg.HUNG_UP);
    }

    /// Whether the loop has something left to do.
    default boolean goesOn() {
        return switch (this) {
            case Live _, Leaving _ -> true;
            case Finished _, Displaced _ -> false;
        };
    }

    /// The conversation is over: the leg is left alone unless it said otherwise before.
    default Standing finish(Command.Finish finish) {
        return switch (this) {
            case Leaving(Leg leg) -> new Finished(finish, leg);
            case Live _, Finished _, Displaced _ -> new Finished(finish, Leg.LEFT_ALONE);
        };
    }
}
