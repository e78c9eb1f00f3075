package dev.pickup.simulators.caller;

/// What a caller does besides talking, for the exchange to carry out.
public sealed interface CallerAct {
    /// Presses one key.
    record Press(char digit) implements CallerAct {}

    /// Hangs up.
    record HangUp() implements CallerAct {}
}
