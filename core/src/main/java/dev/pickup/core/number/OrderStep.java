package dev.pickup.core.number;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One step of an order: what was tried how often, and what the carrier said last.
///
/// @param name      `check`, `order`, `verify`, `confirm`, `cancel`, `locate`, `voice`, `messages`, `agent`,
///                  `release`
/// @param endedAt   empty while it goes on
/// @param attempts  requests that got an answer, or none in time
/// @param answer    the carrier's last word: `ok`, `pending`, or its code
/// @param requestId what the carrier's support asks for; empty when it gave none
public record OrderStep(
        String name, Instant startedAt, Optional<Instant> endedAt, int attempts, String answer, String requestId) {
    /// From its beginning to its end.
    public Optional<Duration> took() {
        return endedAt.map(end -> Duration.between(startedAt, end));
    }

    static OrderStep begun(String name, Instant now) {
        return new OrderStep(name, now, Optional.empty(), 0, "", "");
    }

    OrderStep tried(String said, String request) {
        return new OrderStep(name, startedAt, endedAt, attempts + 1, said, request);
    }

    OrderStep ended(Instant now) {
        return endedAt.isPresent()
                ? this
                : new OrderStep(name, startedAt, Optional.of(now), attempts, answer, requestId);
    }
}
