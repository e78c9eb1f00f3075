package dev.pickup.simulators.telnyx.account;

import java.time.Duration;

/// How many requests one key may make.
///
/// @param requests in each window
public record RateLimit(int requests, Duration window) {
    public RateLimit {
        if (requests < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("A rate limit is at least one request in some time.");
        }
    }

    /// No table of limits is published that holds; this is what no honest program of one customer reaches.
    public static RateLimit usual() {
        return new RateLimit(2_000, Duration.ofSeconds(1));
    }
}
