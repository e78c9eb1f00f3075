package dev.pickup.simulators.eventstream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a service takes: log-normal, told by its median and its 95th percentile, as benchmarks publish
/// them.
public record Latency(Duration median, Duration p95) {
    /// No time at all.
    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    /// The 95th percentile of the standard normal distribution.
    private static final double Z95 = 1.645;

    private static final double NANOS_PER_MS = 1e6;

    public Latency {
        if (median.isNegative() || p95.compareTo(median) < 0) {
            throw new IllegalArgumentException("The 95th percentile lies above the median.");
        }
    }

    public static Latency ofMillis(long median, long p95) {
        return new Latency(Duration.ofMillis(median), Duration.ofMillis(p95));
    }

    /// The next one.
    public Duration sample(RandomGenerator random) {
        if (median.isZero()) {
            return Duration.ZERO;
        }
        double medianMs = median.toNanos() / NANOS_PER_MS;
        double spread = Math.log(p95.toNanos() / NANOS_PER_MS / medianMs) / Z95;
        return Duration.ofNanos((long) (medianMs * Math.exp(spread * random.nextGaussian()) * NANOS_PER_MS));
    }
}
