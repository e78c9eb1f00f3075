package dev.pickup.benchmarks.engine;

import java.util.random.RandomGenerator;

/// How long something takes: log-normal, as delays over networks are, through two points of it that people publish.
///
/// @param p50 ms
/// @param p95 ms, at least `p50`
public record Delay(double p50, double p95) {
    /// The normal distribution's 95th percentile, in standard deviations.
    private static final double Z95 = 1.6449;

    /// No draw is longer than this many times the 95th percentile: a stage would have given up. Chosen.
    private static final double LONGEST = 3;

    public Delay {
        if (!(p50 >= 0) || !(p95 >= p50) || (p50 == 0 && p95 > 0)) {
            throw new IllegalArgumentException("A delay has 0 <= p50 <= p95, not p50 " + p50 + " and p95 " + p95 + ".");
        }
    }

    /// Another draw, in ns.
    public long nextNanos(RandomGenerator random) {
        if (p50 == 0) {
            return 0;
        }
        double sigma = Math.log(p95 / p50) / Z95;
        double ms = p50 * Math.exp(sigma * random.nextGaussian());
        return (long) (Math.min(ms, LONGEST * p95) * 1e6);
    }
}
