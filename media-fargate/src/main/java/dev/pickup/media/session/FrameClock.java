package dev.pickup.media.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The time line of one call: microseconds since it was answered. Never goes back, whatever happens to the wall clock.
/// Any thread.
public final class FrameClock {
    private final long offsetNanos;
    private final Clock clock;

    /// @param answeredAt zero
    public FrameClock(Instant answeredAt, Clock clock) {
        long since = Math.max(0, Duration.between(answeredAt, clock.instant()).toNanos());
        this.offsetNanos = since - System.nanoTime();
        this.clock = clock;
    }

    /// For lengths of time only: nanoseconds since nobody knows when.
    public static long nanos() {
        return System.nanoTime();
    }

    long nowUs() {
        return (offsetNanos + System.nanoTime()) / 1_000;
    }

    double nowMs() {
        return (offsetNanos + System.nanoTime()) / 1e6;
    }

    /// The wall clock: for the business's local time, and for claims.
    Instant instant() {
        return clock.instant();
    }
}
