package dev.pickup.media.listening;

import java.util.Optional;

/// Pitch and loudness of one caller, window by window: how their voice was when it paused. Some 10 us for each window
/// of speech, nothing for silence. Not thread-safe.
///
/// Pitch is the strongest period in the window's autocorrelation, at 8,000 Hz, between 70 and 400 Hz; a window without
/// a clear one is not voiced. Pitches are compared in semitones, so that high and low voices fall alike.
public final class VoiceMelody {
    private static final int HALF = VoiceActivity.WINDOW_SAMPLES / 2;
    private static final int HALF_RATE_HZ = 8_000;
    private static final int SHORTEST_PERIOD = HALF_RATE_HZ / 400;
    private static final int LONGEST_PERIOD = HALF_RATE_HZ / 70;
    private static final int WINDOW_MS = 32;

    /// A clear period: voiced speech is above 0.6 mostly, fricatives and noise below 0.4.
    private static final double VOICED = 0.5;

    /// An octave too low is the usual mistake: a shorter period nearly as strong is the right one.
    private static final double NEARLY = 0.88;

    /// Windows that the end of a pause is judged by: the last 384 ms.
    private static final int KEPT = 12;

    /// Voiced windows without which nothing is said about a voice.
    private static final int LEAST_VOICED = 4;

    /// Voiced windows after which the usual pitch moves slowly: about six seconds of voice.
    private static final int SETTLED = 200;

    private final float[] half = new float[HALF];
    private final double[] strengths = new double[LONGEST_PERIOD + 1];
    private final double[] pitches = new double[KEPT];
    private final double[] levels = new double[KEPT];
    private int windows;
    private int voiced;
    private double usualPitch;
    private double turnLevel;

    /// How a voice was before a pause; see `Fact.Intonation`, which says the same in the conversation's words.
    public record Ending(double level, double slope, double energy, long lastVoicedMs) {}

    /// Speech begins: loudness is compared within what is said from here on.
    public void begin() {
        windows = 0;
        turnLevel = 0;
    }

    /// Takes a window of speech: 512 samples at 16,000 Hz from `offset` on.
    public void window(short[] samples, int offset) {
        double energy = halve(samples, offset);
        double pitch = pitch(energy);
        int at = windows % KEPT;
        pitches[at] = pitch;
        levels[at] = 10 * Math.log10(energy / HALF + 1);
        windows++;
        turnLevel += (levels[at] - turnLevel) / windows;
        if (!Double.isNaN(pitch)) {
            voiced++;
            usualPitch += (pitch - usualPitch) / Math.min(voiced, SETTLED);
        }
    }

    /// How the voice was in the last windows; empty when too little was voiced.
    public Optional<Ending> ending() {
        int known = Math.min(windows, KEPT);
        double sum = 0;
        double earlier = 0;
        double last = 0;
        int count = 0;
        for (int back = 0; back < known; back++) {
            double pitch = pitches[(windows - 1 - back) % KEPT];
            if (!Double.isNaN(pitch)) {
                sum = count < 2 ? sum + pitch : sum;
                last = count < 2 ? sum / (count + 1) : last;
                earlier = count >= 2 ? earlier + pitch : earlier;
                count++;
            }
        }
        if (count < LEAST_VOICED) {
            return Optional.empty();
        }
        double energy = levels[(windows - 1) % KEPT] - turnLevel;
        return Optional.of(
                new Ending(last - usualPitch, last - earlier / (count - 2), energy, lastVoiced(known) * WINDOW_MS));
    }

    /// Voiced windows in a row at the end; what is breathed after them does not count.
    private long lastVoiced(int known) {
        int run = 0;
        for (int back = 0; back < known; back++) {
            boolean isVoiced = !Double.isNaN(pitches[(windows - 1 - back) % KEPT]);
            if (!isVoiced && run > 0) {
                break;
            }
            run += isVoiced ? 1 : 0;
        }
        return run;
    }

    /// At half the rate, without its mean; returns the energy.
    private double halve(short[] samples, int offset) {
        double mean = 0;
        for (int i = 0; i < HALF; i++) {
            half[i] = (samples[offset + 2 * i] + samples[offset + 2 * i + 1]) / 2f;
            mean += half[i];
        }
        mean /= HALF;
        double energy = 0;
        for (int i = 0; i < HALF; i++) {
            half[i] -= (float) mean;
            energy += half[i] * half[i];
        }
        return energy;
    }

    /// In semitones above 1 Hz, or NaN.
    private double pitch(double energy) {
        if (energy < HALF) {
            return Double.NaN;
        }
        double best = 0;
        for (int period = SHORTEST_PERIOD; period <= LONGEST_PERIOD; period++) {
            strengths[period] = strength(period);
            best = Math.max(best, strengths[period]);
        }
        if (best < VOICED) {
            return Double.NaN;
        }
        int period = SHORTEST_PERIOD;
        while (strengths[period] < NEARLY * best) {
            period++;
        }
        while (period < LONGEST_PERIOD && strengths[period + 1] > strengths[period]) {
            period++;
        }
        return 12 * Math.log((double) HALF_RATE_HZ / period) / Math.log(2);
    }

    /// Likeness of the window and itself one period later, -1 to 1.
    private double strength(int period) {
        float product = 0;
        float one = 0;
        float other = 0;
        for (int i = 0; i + period < HALF; i++) {
            product += half[i] * half[i + period];
            one += half[i] * half[i];
            other += half[i + period] * half[i + period];
        }
        return product / Math.sqrt((double) one * other + 1);
    }
}
