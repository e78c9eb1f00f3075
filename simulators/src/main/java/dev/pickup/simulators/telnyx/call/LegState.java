package dev.pickup.simulators.telnyx.call;

import java.time.Instant;

/// How far a leg is. Times are the exchange's nanoseconds.
sealed interface LegState {
    /// It rings: parked when incoming, waiting for somebody to answer when outgoing.
    record Ringing() implements LegState {}

    record Answered(long atNanos) implements LegState {}

    /// @param answeredNanos when it was answered; the time of its end when it never was
    /// @param time          the same point in time as `atNanos`, by the calendar
    record Ended(Hangup hangup, long answeredNanos, long atNanos, Instant time) implements LegState {}
}
