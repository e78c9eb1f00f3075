package dev.pickup.media.speech.transcribe;

import dev.pickup.media.audio.AudioFrame;

/// The last seconds of a caller leg, as the service wants them: 16-bit little-endian. Positions are ms since
/// the first frame. One thread writes, another reads.
final class AudioTape {
    /// Kept. Chosen: longer than it takes to notice a dead stream and to open three others, and 384 KB.
    static final long LENGTH_MS = 12_000;

    private static final int FRAME_BYTES = AudioFrame.SAMPLES * Short.BYTES;
    private static final int BYTES_PER_MS = FRAME_BYTES / AudioFrame.PTIME_MS;

    private final byte[] ring = new byte[(int) LENGTH_MS * BYTES_PER_MS];
    private long fedMs;

    /// Adds 20 ms; returns the new end.
    synchronized long add(AudioFrame frame) {
        int at = (int) (fedMs % LENGTH_MS) * BYTES_PER_MS;
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            short sample = frame.sample(i);
            ring[at + 2 * i] = (byte) sample;
            ring[at + 2 * i + 1] = (byte) (sample >> 8);
        }
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
}
