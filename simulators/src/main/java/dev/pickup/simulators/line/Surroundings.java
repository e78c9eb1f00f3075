package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.Pcm;
import java.util.Random;

/// What reaches a caller's telephone besides their voice: what goes on around them, and what they hear themselves,
/// again. One thread.
public final class Surroundings {
    private static final int LOOP_SAMPLES = 4 * Pcm.SAMPLE_RATE_HZ;
    private static final int TALKERS = 6;

    private short[] background = new short[0];
    private int at;
    private short[] heardBefore = new short[0];
    private int oldest;
    private double echo;

    /// Nothing is added, until [#echo], [#noise] or [#babble] says so.
    public Surroundings() {}

    /// What is heard comes back after `delayMs`, at least 20, changed by `db`.
    public Surroundings echo(long delayMs, double db) {
        heardBefore = new short[Math.toIntExact(delayMs) * Pcm.SAMPLES_PER_MS];
        echo = Math.pow(10, db / 20);
        return this;
    }

    /// White noise.
    public Surroundings noise(double dbfs, long seed) {
        Random random = new Random(seed);
        double[] sound = new double[LOOP_SAMPLES];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextGaussian();
        }
        background = atLevel(sound, dbfs);
        return this;
    }

    /// Six people who talk at once, of whom nobody can be understood.
    public Surroundings babble(double dbfs, long seed) {
        Random random = new Random(seed);
        double[] sound = new double[LOOP_SAMPLES];
        for (int talker = 0; talker < TALKERS; talker++) {
            talk(sound, 90 + 130 * random.nextDouble(), random);
        }
        background = atLevel(sound, dbfs);
        return this;
    }

    /// What the telephone picks up while `said` is said and `heard` is heard, as a new frame; `said` itself when there
    /// is nothing else.
    public short[] over(short[] said, short[] heard) {
        if (background.length == 0 && heardBefore.length == 0) {
            return said;
        }
        short[] sum = said.clone();
        for (int i = 0; i < sum.length; i++) {
            double more = 0;
            if (background.length > 0) {
                more += background[at];
                at = (at + 1) % background.length;
            }
            if (heardBefore.length > 0) {
                more += echo * heardBefore[oldest];
                heardBefore[oldest] = heard[i];
                oldest = (oldest + 1) % heardBefore.length;
            }
            sum[i] = (short) Math.clamp(Math.round(sum[i] + more), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return sum;
    }

    /// Syllables of a voice: harmonics of `pitch` under two moving formants, 120 to 280 ms each, with pauses.
    private static void talk(double[] sound, double pitch, Random random) {
        int from = 0;
        while (from < sound.length) {
            int length = Math.min(sound.length - from, (120 + random.nextInt(160)) * Pcm.SAMPLES_PER_MS);
            if (random.nextInt(5) > 0) {
                double first = 300 + 500 * random.nextDouble();
                double second = 900 + 1_400 * random.nextDouble();
                syllable(sound, from, length, pitch * (0.9 + 0.2 * random.nextDouble()), first, second);
            }
            from += length;
        }
    }

    private static void syllable(double[] sound, int from, int length, double pitch, double first, double second) {
        for (int harmonic = 1; harmonic * pitch < 3_400; harmonic++) {
            double hz = harmonic * pitch;
            double level = resonance(hz, first) + 0.5 * resonance(hz, second);
            double step = 2 * Math.PI * hz / Pcm.SAMPLE_RATE_HZ;
            for (int i = 0; i < length; i++) {
                sound[from + i] += level * Math.sin(Math.PI * i / length) * Math.sin(step * i);
            }
        }
    }

    private static double resonance(double hz, double centre) {
        double away = (hz - centre) / 120;
        return 1 / (1 + away * away);
    }

    private static short[] atLevel(double[] sound, double dbfs) {
        double sum = 0;
        for (double sample : sound) {
            sum += sample * sample;
        }
        double gain = 32_768 * Math.pow(10, dbfs / 20) / Math.sqrt(sum / sound.length);
        short[] samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(gain * sound[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }
}
