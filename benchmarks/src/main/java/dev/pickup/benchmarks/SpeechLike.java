package dev.pickup.benchmarks;

import dev.pickup.media.audio.AudioFrame;
import java.util.Random;

/// Audio with the statistics of speech rather than of silence, the same on every run.
final class SpeechLike {
    private static final int SEED = 20;

    private SpeechLike() {}

    /// 20 ms of a voiced sound: 120 Hz and its harmonics, falling by 12 dB an octave, with a little noise.
    static short[] samples() {
        Random noise = new Random(SEED);
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            double value = 300 * noise.nextGaussian();
            for (int harmonic = 1; harmonic <= 10; harmonic++) {
                double turns = 120.0 * harmonic * i / AudioFrame.SAMPLE_RATE_HZ;
                value += 8000.0 / (harmonic * harmonic) * Math.sin(2 * Math.PI * turns);
            }
            samples[i] = (short) value;
        }
        return samples;
    }

    /// Bytes of any value, as a companded codec has them.
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }
}
