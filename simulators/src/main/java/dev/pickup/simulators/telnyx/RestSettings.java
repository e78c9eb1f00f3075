package dev.pickup.simulators.telnyx;

import dev.pickup.simulators.telnyx.account.RateLimit;
import dev.pickup.simulators.telnyx.order.OrderTime;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// How the account side of the exchange behaves. Immutable; begin with [#usual].
///
/// @param clock     stamps what is made and changed
/// @param limit     of each key
/// @param orderTime how long an order of numbers takes
/// @param stateFile what the accounts have is kept here over a restart; empty: nothing is kept
public record RestSettings(Clock clock, RateLimit limit, OrderTime orderTime, Optional<Path> stateFile) {
    /// As on a working day: orders take 2 to 5 s, and nothing is kept.
    public static RestSettings usual() {
        return new RestSettings(Clock.systemUTC(), RateLimit.usual(), OrderTime.usual(), Optional.empty());
    }

    public RestSettings withClock(Clock value) {
        return new RestSettings(value, limit, orderTime, stateFile);
    }

    public RestSettings withLimit(RateLimit value) {
        return new RestSettings(clock, value, orderTime, stateFile);
    }

    public RestSettings withOrderTime(OrderTime value) {
        return new RestSettings(clock, limit, value, stateFile);
    }

    public RestSettings withStateFile(Path value) {
        return new RestSettings(clock, limit, orderTime, Optional.of(value));
    }
}
