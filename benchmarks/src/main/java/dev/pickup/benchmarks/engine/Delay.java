package dev.pickup.benchmarks.engine;

import java.util.random.RandomGenerator;

/// How long something takes: log-normal, as delays over networks are, through two points of it that people publish.
/// Beside that, some may hang.
///
/// @param p50     ms
/// @param p95     ms, at least `p50`
/// @param hanging share of draws that take `hangMs` instead, 0 to 1; may be left out, as may `hangMs`
public record Delay(double p50, double p95, double hanging, double hangMs) {
    /// The normal distribution's 95th percentile, in standard deviations.
    private static final double Z95 = 1.6449;

    /// No draw is longer than this many times the 95th percentile: a stage would have given up. Chosen.
    private static final double LONGEST = 3;

    private static final double NANOS_PER_MS = 1e6;

    public Delay {
        if (!(p50 >= 0) || !(p95 >= p50) || (p50 == 0 && p95 > 0)) {
            throw new IllegalArgumentException("A delay has 0 <= p50 <= p95, not p50 " + p50 + " and p95 " + p95 + ".");
        }
        if (!(hanging >= 0 && hanging <= 1) || !(hangMs >= 0)) {
            throw new IllegalArgumentException("Between none (0) and all (1) hang, not " + hanging + ".");
        }
    }

    public Delay(double p50, double p95) {
        this(p50, p95, 0, 0);
    }

    /// Another draw, in ns.
    public long nextNanos(RandomGenerator random) {
        if (hanging > 0 && random.nextDouble() < hanging) {
            return (long) (hangMs * NANOS_PER_MS);
        }
        if (p50 == 0) {
            return 0;
        }
        double sigma = Math.log(p95 / p50) / Z95;
        double ms = p50 * Math.exp(sigma * random.nextGaussian());
        return (long) (Math.min(ms, LONGEST * p95) * NANOS_PER_MS);
    }
}
