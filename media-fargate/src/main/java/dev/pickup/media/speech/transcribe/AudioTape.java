package dev.pickup.media.speech.transcribe;

import dev.pickup.media.audio.AudioFrame;
import java.util.Arrays;

/// The last seconds of a caller leg, as the service wants them: 16-bit little-endian. Positions are ms since
/// the first frame. One thread writes, another reads.
final class AudioTape {
    /// Kept. Chosen: longer than it takes to notice a dead stream and to open three others, and 384 KB.
    static final long LENGTH_MS = 12_000;

    /// Of the loudest frame's power: 30 dB below are the weakest sounds of a word that a telephone carries. Chosen.
    private static final double SPEECH = 1e-3;

    private static final int FRAME_BYTES = AudioFrame.SAMPLES * Short.BYTES;
    private static final int FRAMES = (int) LENGTH_MS / AudioFrame.PTIME_MS;
    private static final int BYTES_PER_MS = FRAME_BYTES / AudioFrame.PTIME_MS;

    private final byte[] ring = new byte[(int) LENGTH_MS * BYTES_PER_MS];
    private final double[] powers = new double[FRAMES];
    private long fedMs;

    /// Adds 20 ms; returns the new end.
    synchronized long add(AudioFrame frame) {
        int at = (int) (fedMs % LENGTH_MS) * BYTES_PER_MS;
        double power = 0;
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            short sample = frame.sample(i);
            ring[at + 2 * i] = (byte) sample;
            ring[at + 2 * i + 1] = (byte) (sample >> 8);
            power += (double) sample * sample;
        }
        powers[frame(fedMs)] = power;
        fedMs += AudioFrame.PTIME_MS;
        return fedMs;
    }

    /// All that was fed.
    synchronized long endMs() {
        return fedMs;
    }

    /// The oldest that is still there.
    synchronized long startMs() {
        return Math.max(0, fedMs - LENGTH_MS);
    }

    /// `lengthMs` from `fromMs` on; both multiples of 20 ms. What is gone already is silence.
    synchronized byte[] read(long fromMs, long lengthMs) {
        byte[] piece = new byte[(int) lengthMs * BYTES_PER_MS];
        for (long at = Math.max(fromMs, fedMs - LENGTH_MS); at < fromMs + lengthMs; at += AudioFrame.PTIME_MS) {
            int source = (int) (at % LENGTH_MS) * BYTES_PER_MS;
            System.arraycopy(ring, source, piece, (int) (at - fromMs) * BYTES_PER_MS, FRAME_BYTES);
        }
        return piece;
    }

    /// Where it is first as loud as speech at or after `fromMs`; the end when it is nowhere. A line whose noise is that
    /// loud is nowhere quiet.
    synchronized long soundFromMs(long fromMs) {
        double loudest = Arrays.stream(powers).max().orElseThrow();
        long atMs = Math.max(fromMs - fromMs % AudioFrame.PTIME_MS, startMs());
        while (atMs < fedMs && powers[frame(atMs)] < loudest * SPEECH) {
            atMs += AudioFrame.PTIME_MS;
        }
        return Math.max(fromMs, atMs);
    }

    private static int frame(long atMs) {
        return (int) (atMs % LENGTH_MS) / AudioFrame.PTIME_MS;
    }
}
