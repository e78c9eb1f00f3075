package dev.pickup.media.audio;

/// The filter between 8,000 and 16,000 Hz: a windowed sinc (Kaiser window, beta 8), cut at 0.95 of 4,000 Hz, its gain
/// at 0 Hz 1. Source: J. O. Smith, "Digital Audio Resampling".
final class HalfBand {
    /// 4 ms; half of it is the delay.
    static final int TAPS = 65;

    private static final double CUT = 0.25 * 0.95;
    private static final double BETA = 8;

    private HalfBand() {}

    static double[] filter() {
        double[] filter = new double[TAPS];
        int half = TAPS / 2;
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            int x = i - half;
            double edge = x / (half + 1.0);
            double window = bessel(BETA * Math.sqrt(1 - edge * edge)) / bessel(BETA);
            filter[i] = window * (x == 0 ? 2 * CUT : Math.sin(2 * Math.PI * CUT * x) / (Math.PI * x));
            sum += filter[i];
        }
        for (int i = 0; i < TAPS; i++) {
            filter[i] /= sum;
        }
        return filter;
    }

    static short clip(float value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /// Modified Bessel function of order 0.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }
}
