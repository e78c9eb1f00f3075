package dev.pickup.simulators.telnyx.account;

import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.util.List;
import java.util.Map;

/// The requests of one key in the current window. Any thread.
final class RateWindow {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final RateLimit limit;
    private long began;
    private int used;

    RateWindow(RateLimit limit, long nowNanos) {
        this.limit = limit;
        began = nowNanos;
    }

    /// Counts one request.
    ///
    /// @return the headers of its answer; `x-ratelimit-reset` is in seconds to wait
    /// @throws ApiProblem 429 `10011`: it is one too many
    synchronized Map<String, String> count(long nowNanos) {
        if (nowNanos - began >= limit.window().toNanos()) {
            began = nowNanos;
            used = 0;
        }
        long left = limit.window().toNanos() - (nowNanos - began);
        long reset = (left + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
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
