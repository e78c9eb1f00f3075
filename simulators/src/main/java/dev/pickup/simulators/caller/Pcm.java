package dev.pickup.simulators.caller;

import java.time.Duration;
import java.util.Arrays;

/// A piece of sound: 16-bit samples, mono, 16,000 of them a second. Immutable; any thread.
public final class Pcm {
    /// Samples in one second.
    public static final int SAMPLE_RATE_HZ = 16_000;

    /// Samples in one millisecond.
    public static final int SAMPLES_PER_MS = SAMPLE_RATE_HZ / 1000;

    /// Samples in one audio frame of 20 ms.
    public static final int FRAME_SAMPLES = 20 * SAMPLES_PER_MS;

    private static final Pcm EMPTY = new Pcm(new short[0]);

    private final short[] samples;

    private Pcm(short[] samples) {
        this.samples = samples;
    }

    /// A copy of `samples`.
    public static Pcm of(short[] samples) {
        return samples.length == 0 ? EMPTY : new Pcm(samples.clone());
    }

    /// Digital zero for `length`.
    public static Pcm silence(Duration length) {
        return new Pcm(new short[Math.toIntExact(length.toMillis()) * SAMPLES_PER_MS]);
    }

    /// Takes over `samples`, which nobody else may hold.
    static Pcm owning(short[] samples) {
        return samples.length == 0 ? EMPTY : new Pcm(samples);
    }

    /// How many samples there are.
    public int length() {
        return samples.length;
    }

    /// The sample at `index`, from 0.
    public short sample(int index) {
        return samples[index];
    }

    /// Copies `count` samples from `from` into `target` at `at`.
    public void copyTo(int from, short[] target, int at, int count) {
        System.arraycopy(samples, from, target, at, count);
    }

    /// A copy of all samples.
    public short[] toArray() {
        return samples.clone();
    }

    /// How long it lasts.
    public Duration duration() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / SAMPLE_RATE_HZ);
    }

    /// Equal samples make equal sound.
    @Override
    public boolean equals(Object other) {
        return other instanceof Pcm that && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "Pcm[" + duration().toMillis() + " ms]";
    }
}
