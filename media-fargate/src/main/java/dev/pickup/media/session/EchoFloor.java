package dev.pickup.media.session;

import dev.pickup.media.audio.AudioFrame;

/// How loud our own voice may come back from the line: what is softer while we speak is taken for our echo. Not
/// thread-safe; times are ms of the call, loudness is power (mean square of the samples).
///
/// A line that is not good brings back -20 dB and less of what it is given, up to half a second later; voice
/// activity detection takes that for a caller, and a recognizer makes words of it.
final class EchoFloor {
    /// -13 dB: a good part above the echo of bad lines, and well below a caller as loud as we are. Chosen.
    private static final double RETURN = 0.05;

    /// A round trip over a satellite, and then some. Chosen.
    private static final long LONGEST_MS = 600;

    /// Frames are heard a little later than they are said to be.
    private static final long EARLY_MS = 40;

    private static final int KEPT = 64;

    private final double[] powers = new double[KEPT];
    private final long[] heardAtMs = new long[KEPT];
    private int next;

    /// We say this frame, and the caller hears it at `atMs`.
    void said(AudioFrame frame, long atMs) {
        double sum = 0;
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            double sample = frame.sample(i);
            sum += sample * sample;
        }
        powers[next] = sum / AudioFrame.SAMPLES;
        heardAtMs[next] = atMs;
        next = (next + 1) % KEPT;
    }

    /// What comes in at `nowMs` and is softer may be our echo; 0 when we said nothing of late.
    double at(double nowMs) {
        double loudest = 0;
        for (int i = 0; i < KEPT; i++) {
            boolean echoes = heardAtMs[i] <= nowMs + EARLY_MS && heardAtMs[i] >= nowMs - LONGEST_MS;
            loudest = echoes ? Math.max(loudest, powers[i]) : loudest;
        }
        return loudest * RETURN;
    }
}
