package dev.pickup.media.speech.offline;

/// The log-mel spectrogram that Whisper's feature extractor makes, and models trained on it expect: 80 bands of 8 s,
/// one column each 10 ms. Pure; shared by all threads.
///
/// Source: the extractor of openai/whisper as Hugging Face's `WhisperFeatureExtractor` publishes it: zero mean and unit
/// variance, windows of 400 samples (Hann, periodic) with their neighbours mirrored at the ends, Slaney's mel scale to
/// 8,000 Hz, log10 floored at 8 below the greatest, then (x + 4) / 4.
final class LogMel {
    static final int BANDS = 80;
    static final int SAMPLES = 128_000;
    static final int COLUMNS = 800;
    private static final int WINDOW = 400;
    private static final int HOP = 160;
    private static final int BINS = WINDOW / 2 + 1;
    private static final double FULL_SCALE = 32_768;

    private static final double[] HANN = new double[WINDOW];
    private static final float[][] FILTERS = filters();
    private static final Fourier FOURIER = new Fourier(WINDOW);

    static {
        for (int i = 0; i < WINDOW; i++) {
            HANN[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
    }

    private LogMel() {}

    /// Of the last 8 s of `samples`; what is shorter has silence before it. Band by band, 800 columns each.
    static float[] of(short[] samples) {
        double[] sound = normalized(samples);
        double[] bands = new double[BANDS * COLUMNS];
        double[] re = new double[WINDOW];
        double[] im = new double[WINDOW];
        double[] power = new double[BINS];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < COLUMNS; column++) {
            for (int i = 0; i < WINDOW; i++) {
                re[i] = sound[mirrored(column * HOP + i - WINDOW / 2)] * HANN[i];
                im[i] = 0;
            }
            FOURIER.transform(re, im);
            for (int bin = 0; bin < BINS; bin++) {
                power[bin] = re[bin] * re[bin] + im[bin] * im[bin];
            }
            for (int band = 0; band < BANDS; band++) {
                double log = Math.log10(Math.max(1e-10, filtered(FILTERS[band], power)));
                bands[band * COLUMNS + column] = log;
                greatest = Math.max(greatest, log);
            }
        }
        float[] result = new float[bands.length];
        for (int i = 0; i < bands.length; i++) {
            result[i] = (float) ((Math.max(bands[i], greatest - 8) + 4) / 4);
        }
        return result;
    }

    /// 8 s with zero mean and unit variance.
    private static double[] normalized(short[] samples) {
        double[] sound = new double[SAMPLES];
        int count = Math.min(samples.length, SAMPLES);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double value = samples[samples.length - count + i] / FULL_SCALE;
            sound[SAMPLES - count + i] = value;
            sum += value;
            squares += value * value;
        }
        double mean = sum / SAMPLES;
        double scale = 1 / Math.sqrt(squares / SAMPLES - mean * mean + 1e-7);
        for (int i = 0; i < SAMPLES; i++) {
            sound[i] = (sound[i] - mean) * scale;
        }
        return sound;
    }

    private static int mirrored(int index) {
        int positive = Math.abs(index);
        return positive < SAMPLES ? positive : 2 * (SAMPLES - 1) - positive;
    }

    private static double filtered(float[] filter, double[] power) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += filter[bin] * power[bin];
        }
        return sum;
    }

    private static float[][] filters() {
        double[] edges = new double[BANDS + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hz(mel(8_000) * i / (BANDS + 1));
        }
        float[][] filters = new float[BANDS][BINS];
        for (int band = 0; band < BANDS; band++) {
            double area = 2 / (edges[band + 2] - edges[band]);
            for (int bin = 0; bin < BINS; bin++) {
                double at = bin * 16_000.0 / WINDOW;
                double rising = (at - edges[band]) / (edges[band + 1] - edges[band]);
                double falling = (edges[band + 2] - at) / (edges[band + 2] - edges[band + 1]);
                filters[band][bin] = (float) (Math.max(0, Math.min(rising, falling)) * area);
            }
        }
        return filters;
    }

    /// Slaney's scale: linear up to 1,000 Hz, logarithmic above.
    private static double mel(double hz) {
        return hz < 1_000 ? hz * 3 / 200 : 15 + Math.log(hz / 1_000) * 27 / Math.log(6.4);
    }

    private static double hz(double mel) {
        return mel < 15 ? mel * 200 / 3 : 1_000 * Math.exp((mel - 15) * Math.log(6.4) / 27);
    }
}
