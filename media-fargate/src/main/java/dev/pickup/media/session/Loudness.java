package dev.pickup.media.session;

import dev.pickup.media.listening.VoiceActivity;

/// Whether a caller is as loud as when they speak, 8 ms at a time. Voice activity detection says that speech ends 200
/// ms after it did (measured: Silero v6, 30 to 280 ms after the last audible sample); the sound itself says it at once,
/// as long as the line is quieter than the voice by 20 dB. Where it is not, everything is loud, and nothing is told.
/// Not thread-safe; times are samples of the stream.
final class Loudness {
    private static final int BLOCK = VoiceActivity.WINDOW_SAMPLES / 4;

    /// Of the loudest power of late: 30 dB below are the weakest sounds of a word that a telephone carries. Chosen.
    private static final double SPEECH = 1e-3;

    /// Over the line's own noise: 9 dB. Chosen.
    private static final double ABOVE_NOISE = 8;

    /// Of the loudest power: a threshold above this, -20 dB, would cut words off, so such a line is not judged.
    private static final double MOST = 1e-2;

    /// The loudest fades by 2 dB a second, so that one cough does not make a soft voice silent.
    private static final double FADING = 0.985;

    /// -55 dBFS: less is no speech on any line.
    private static final double LEAST = 3_400;

    /// Of the caller's own voice, as loud as it is when we are silent: 10 dB below it nobody else need be. Chosen.
    private static final double SURELY_CALLER = 0.1;

    /// The caller's voice fades by 0.2 dB a second: a telephone is moved, a call is passed on.
    private static final double FORGETTING = 0.9985;

    private double loudest;
    private double caller;
    private double noise = LEAST;
    private long samples;
    private long lastLoud;

    /// Takes the next window; true when any of it was as loud as speech.
    ///
    /// @param echo power below which it may be our own voice that comes back; 0 when we are silent
    boolean window(short[] window, int offset, boolean voiced, double echo) {
        double[] powers = new double[VoiceActivity.WINDOW_SAMPLES / BLOCK];
        for (int block = 0; block < powers.length; block++) {
            powers[block] = power(window, offset + block * BLOCK);
            if (voiced && powers[block] > echo) {
                loudest = Math.max(loudest, powers[block]);
                caller = echo == 0 ? Math.max(caller, powers[block]) : caller;
            }
        }
        loudest *= FADING;
        caller *= FORGETTING;
        double threshold = Math.max(threshold(), caller == 0 ? echo : Math.min(echo, caller * SURELY_CALLER));
        boolean loud = false;
        for (double power : powers) {
            samples += BLOCK;
            noise = power < noise ? noise + (power - noise) * 0.3 : noise * 1.002;
            if (power > threshold) {
                lastLoud = samples;
                loud = true;
            }
        }
        return loud;
    }

    /// The end of the last 8 ms that were as loud as speech.
    long lastLoud() {
        return lastLoud;
    }

    private double threshold() {
        double wanted = Math.max(Math.max(loudest * SPEECH, noise * ABOVE_NOISE), LEAST);
        return wanted > loudest * MOST ? 0 : wanted;
    }

    private static double power(short[] window, int offset) {
        double sum = 0;
        for (int i = offset; i < offset + BLOCK; i++) {
            sum += (double) window[i] * window[i];
        }
        return sum / BLOCK;
    }
}
