package dev.pickup.simulators.telnyx.account;

import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The requests of one key in the current window. Any thread.
final class RateWindow {
    private final RateLimit limit;
    private Instant began;
    private int used;

    RateWindow(RateLimit limit, Instant now) {
        this.limit = limit;
        began = now;
    }

    /// Counts one request.
    ///
    /// @return the headers of its answer; `x-ratelimit-reset` is in seconds to wait
    /// @throws ApiProblem 429 `10011`: it is one too many
    synchronized Map<String, String> count(Instant now) {
        if (!now.isBefore(began.plus(limit.window()))) {
            began = now;
            used = 0;
        }
        long reset = Duration.between(now, began.plus(limit.window()))
                .plusMillis(999)
                .toSeconds();
        if (used >= limit.requests()) {
            throw tooMany(limit.requests(), reset);
        }
        used++;
        return headers(limit.requests(), limit.requests() - used, reset);
    }

    static ApiProblem tooMany(int limit, long resetSeconds) {
        return new ApiProblem(
                List.of(new ApiProblem.Entry(ErrorCode.TOO_MANY_REQUESTS, "You have exceeded the rate limit.", "")),
                headers(limit, 0, resetSeconds));
    }

    private static Map<String, String> headers(int limit, int remaining, long reset) {
        return Map.of(
                "x-ratelimit-limit", Integer.toString(limit),
                "x-ratelimit-remaining", Integer.toString(remaining),
                "x-ratelimit-reset", Long.toString(reset));
    }
}
