package dev.pickup.benchmarks.report;

import java.util.Collection;

/// Three points of a distribution, by nearest rank, rounded to a tenth; all 0 when nothing was measured.
public record Percentiles(double p50, double p95, double p99) {
    public static Percentiles of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static double rank(double[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return tenths(sorted[Math.max(0, rank - 1)]);
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
