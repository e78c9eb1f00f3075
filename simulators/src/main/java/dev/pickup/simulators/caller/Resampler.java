package dev.pickup.simulators.caller;

import java.util.Arrays;

/// Changes the sample rate of a stream of sound, piece by piece: a polyphase windowed-sinc filter, so that nothing
/// above half the lower rate folds back. One thread; it remembers the end of the last piece.
///
/// Pass band to 90 % of half the lower rate, at least 70 dB down above it (32 zero crossings, Kaiser window, beta 8).
/// Source: J. O. Smith, "Digital Audio Resampling", the bandlimited interpolation page.
public final class Resampler {
    private static final int ZERO_CROSSINGS = 32;
    private static final double KAISER_BETA = 8;
    private static final double ROLL_OFF = 0.94;

    private final int up;
    private final int down;
    private final int taps;
    private final float[][] phases;
    private float[] history;
    /// Output position in steps of 1/up input samples, from the first sample of `history`.
    private long position;

    /// From `fromHz` to `toHz`.
    public Resampler(int fromHz, int toHz) {
        int divisor = gcd(fromHz, toHz);
        up = toHz / divisor;
        down = fromHz / divisor;
        double cutoff = ROLL_OFF * Math.min(1.0, (double) toHz / fromHz);
        int half = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        taps = 2 * half;
        phases = new float[up][taps];
        for (int phase = 0; phase < up; phase++) {
            fill(phases[phase], (double) phase / up, cutoff, half);
        }
        history = new float[half - 1];
    }

    /// The whole of a sound at `fromHz`, from -1 to 1, at 16 kHz, as long as it was.
    static Pcm resample(float[] sound, int fromHz) {
        if (fromHz == Pcm.SAMPLE_RATE_HZ) {
            return Pcm.owning(quantize(sound, sound.length));
        }
        Resampler resampler = new Resampler(fromHz, Pcm.SAMPLE_RATE_HZ);
        int length = (int) ((long) sound.length * resampler.up / resampler.down);
        float[] padded = Arrays.copyOf(sound, sound.length + resampler.taps);
        return Pcm.owning(quantize(resampler.next(padded), length));
    }

    /// The next piece of the stream. What comes out lags by half the filter, under 5 ms.
    public short[] next(short[] piece) {
        if (up == down) {
            return piece.clone();
        }
        float[] input = new float[piece.length];
        for (int i = 0; i < piece.length; i++) {
            input[i] = piece[i] / 32768f;
        }
        float[] output = next(input);
        return quantize(output, output.length);
    }

    private float[] next(float[] piece) {
        float[] input = Arrays.copyOf(history, history.length + piece.length);
        System.arraycopy(piece, 0, input, history.length, piece.length);
        long last = (long) (input.length - taps) * up;
        int count = last < position ? 0 : (int) ((last - position) / down) + 1;
        float[] output = new float[count];
        for (int i = 0; i < count; i++, position += down) {
            output[i] = convolve(input, (int) (position / up), phases[(int) (position % up)]);
        }
        int used = (int) Math.min(input.length, position / up);
        history = Arrays.copyOfRange(input, used, input.length);
        position -= (long) used * up;
        return output;
    }

    private static float convolve(float[] input, int at, float[] filter) {
        float sum = 0;
        for (int i = 0; i < filter.length; i++) {
            sum += input[at + i] * filter[i];
        }
        return sum;
    }

    /// One phase: the sinc around a point `fraction` of a sample after tap `half - 1`; its gain at 0 Hz is 1.
    private static void fill(float[] filter, double fraction, double cutoff, int half) {
        double sum = 0;
        double[] exact = new double[filter.length];
        for (int i = 0; i < filter.length; i++) {
            double distance = i - (half - 1) - fraction;
            double x = Math.PI * cutoff * distance;
            double sinc = x == 0 ? 1 : Math.sin(x) / x;
            exact[i] = sinc * kaiser(distance / half);
            sum += exact[i];
        }
        for (int i = 0; i < filter.length; i++) {
            filter[i] = (float) (exact[i] / sum);
        }
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /// Modified Bessel function of the first kind, order 0, by its power series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static short[] quantize(float[] sound, int length) {
        short[] samples = new short[length];
        for (int i = 0; i < Math.min(length, sound.length); i++) {
            samples[i] = (short) Math.clamp(Math.round(sound[i] * 32768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
