package dev.pickup.simulators.eventstream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a service takes: log-normal, told by its median and its 95th percentile, as benchmarks publish
/// them. Beside that, some may hang.
///
/// @param hanging share of those that take `hang` instead, 0 to 1
public record Latency(Duration median, Duration p95, double hanging, Duration hang) {
    /// No time at all.
    public static final Latency NONE = ofMillis(0, 0);

    /// The 95th percentile of the standard normal distribution.
    private static final double Z95 = 1.645;

    private static final double NANOS_PER_MS = 1e6;

    public Latency {
        if (median.isNegative() || p95.compareTo(median) < 0) {
            throw new IllegalArgumentException("The 95th percentile lies above the median.");
        }
        if (!(hanging >= 0 && hanging <= 1) || hang.isNegative()) {
            throw new IllegalArgumentException("Between none and all hang, for a time that passes.");
        }
    }

    public Latency(Duration median, Duration p95) {
        this(median, p95, 0, Duration.ZERO);
    }

    public static Latency ofMillis(long median, long p95) {
        return new Latency(Duration.ofMillis(median), Duration.ofMillis(p95));
    }

    public Latency withHanging(double share, Duration time) {
        return new Latency(median, p95, share, time);
    }

    /// The next one.
    public Duration sample(RandomGenerator random) {
        if (hanging > 0 && random.nextDouble() < hanging) {
            return hang;
        }
        if (median.isZero()) {
            return Duration.ZERO;
        }
        double medianMs = median.toNanos() / NANOS_PER_MS;
        double spread = Math.log(p95.toNanos() / NANOS_PER_MS / medianMs) / Z95;
        return Duration.ofNanos((long) (medianMs * Math.exp(spread * random.nextGaussian()) * NANOS_PER_MS));
    }
}
