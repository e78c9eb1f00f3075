package dev.pickup.media.failover;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps a provider that failed out of the way for a while: 2 s after the first failure, twice as long after each
/// further one, a minute at most. When the time is over the next request tries it again. Any thread.
///
/// A single failure is enough: a caller hears every second of it, and there is somebody else to ask.
final class Breaker {
    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private Duration pause = Duration.ZERO;
    private long closedAgainAt;
    private long failures;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.closedAgainAt = nanoTime.getAsLong();
    }

    /// Whether the provider may be asked.
    synchronized boolean allows() {
        return nanoTime.getAsLong() - closedAgainAt >= 0;
    }

    synchronized void worked() {
        pause = Duration.ZERO;
        closedAgainAt = nanoTime.getAsLong();
    }

    synchronized void failed() {
        failures++;
        if (!allows()) {
            return; // others that were under way when it broke say nothing new
        }
        Duration twice = pause.multipliedBy(2);
        pause = pause.isZero() ? FIRST : twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        closedAgainAt = nanoTime.getAsLong() + pause.toNanos();
    }

    /// How often the provider failed.
    synchronized long failures() {
        return failures;
    }
}
