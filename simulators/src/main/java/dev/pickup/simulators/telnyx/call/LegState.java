package dev.pickup.simulators.telnyx.call;

/// How far a leg is. Times are the exchange's nanoseconds.
sealed interface LegState {
    /// It rings: parked when incoming, waiting for somebody to answer when outgoing.
    record Ringing() implements LegState {}

    record Answered(long atNanos) implements LegState {}

    /// @param answeredNanos when it was answered; the time of its end when it never was
    record Ended(Hangup hangup, long answeredNanos, long atNanos) implements LegState {}
}
