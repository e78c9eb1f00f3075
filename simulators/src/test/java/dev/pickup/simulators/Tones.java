package dev.pickup.simulators;

import dev.pickup.simulators.caller.Pcm;

/// Sounds whose first and last samples are known.
public final class Tones {
    private Tones() {}

    /// A sine of `hz` at half of full scale, which begins and ends loud.
    public static Pcm tone(int ms, double hz) {
        short[] samples = new short[ms * Pcm.SAMPLES_PER_MS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (16000 * Math.cos(2 * Math.PI * hz * i / Pcm.SAMPLE_RATE_HZ));
        }
        return Pcm.of(samples);
    }

    /// `sound` after `ms` of digital silence.
    public static Pcm after(int ms, Pcm sound) {
        short[] samples = new short[ms * Pcm.SAMPLES_PER_MS + sound.length()];
        sound.copyTo(0, samples, ms * Pcm.SAMPLES_PER_MS, sound.length());
        return Pcm.of(samples);
    }

    /// Root mean square of `count` samples from `from`.
    public static double rms(Pcm sound, int from, int count) {
        double energy = 0;
        for (int i = from; i < from + count; i++) {
            energy += (double) sound.sample(i) * sound.sample(i);
        }
        return Math.sqrt(energy / count);
    }
}
