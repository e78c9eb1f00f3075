package dev.pickup.media.audio;

import java.util.Arrays;

/// 20 ms of the only audio we work with inside: 320 samples, 16,000 Hz, mono, 16-bit linear PCM. Immutable.
public final class AudioFrame {
    /// The one sample rate inside Pickup.
    public static final int SAMPLE_RATE_HZ = 16_000;

    /// Length of a frame.
    public static final int PTIME_MS = 20;

    /// Samples in a frame.
    public static final int SAMPLES = SAMPLE_RATE_HZ / 1000 * PTIME_MS;

    /// Digital silence.
    public static final AudioFrame SILENCE = new AudioFrame(new short[SAMPLES]);

    private final short[] samples;

    private AudioFrame(short[] samples) {
        this.samples = samples;
    }

    /// Copies 320 samples from `source` at `offset`; what lies beyond its end is silence.
    public static AudioFrame copyOf(short[] source, int offset) {
        short[] samples = new short[SAMPLES];
        System.arraycopy(source, offset, samples, 0, Math.min(SAMPLES, source.length - offset));
        return new AudioFrame(samples);
    }

    /// Takes over `samples` without a copy: the caller must not touch the array again.
    public static AudioFrame owning(short[] samples) {
        if (samples.length != SAMPLES) {
            throw new IllegalArgumentException("A frame has " + SAMPLES + " samples, not " + samples.length + ".");
        }
        return new AudioFrame(samples);
    }

    /// The sample at `index`, 0 to 319.
    public short sample(int index) {
        return samples[index];
    }

    /// Writes the 320 samples to `target` at `offset`.
    public void copyTo(short[] target, int offset) {
        System.arraycopy(samples, 0, target, offset, SAMPLES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AudioFrame frame && Arrays.equals(samples, frame.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }
}
