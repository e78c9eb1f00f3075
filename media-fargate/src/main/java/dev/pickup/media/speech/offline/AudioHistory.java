package dev.pickup.media.speech.offline;

import dev.pickup.media.audio.AudioFrame;
import java.nio.FloatBuffer;

/// The last 20 seconds that a caller leg was fed; positions are samples since the first frame. One thread at a
/// time.
final class AudioHistory {
    private static final int CAPACITY = 1000 * AudioFrame.SAMPLES;
    private static final float PEAK = 0.9f;
    private static final float MAX_GAIN = 60f / 32_768f;

    private final short[] ring = new short[CAPACITY];
    private long fed;

    void add(AudioFrame frame) {
        frame.copyTo(ring, (int) (fed % CAPACITY));
        fed += AudioFrame.SAMPLES;
    }

    /// Position after the newest sample.
    long end() {
        return fed;
    }

    /// Writes the samples from `from` (included) to `to` (excluded), scaled so that the loudest is 0.9; beyond
    /// what was fed there is silence. Returns how many were written.
    int copyNormalized(long from, long to, FloatBuffer target) {
        long first = Math.max(from, Math.max(0, fed - CAPACITY));
        int count = (int) Math.clamp(to - first, 0L, (long) target.capacity());
        float gain = gain(first, Math.min(first + count, fed));
        for (int i = 0; i < count; i++) {
            long position = first + i;
            target.put(i, position < fed ? ring[(int) (position % CAPACITY)] * gain : 0);
        }
        return count;
    }

    /// The start of the quietest 100 ms between two positions: where a long turn is best cut.
    long quietest(long from, long to) {
        int window = 5 * AudioFrame.SAMPLES;
        long best = from;
        long lowest = Long.MAX_VALUE;
        for (long at = Math.max(from, fed - CAPACITY); at + window <= Math.min(to, fed); at += AudioFrame.SAMPLES) {
            long energy = 0;
            for (long position = at; position < at + window; position++) {
                energy += Math.abs(ring[(int) (position % CAPACITY)]);
            }
            if (energy < lowest) {
                lowest = energy;
                best = at;
            }
        }
        return best + window / 2;
    }

    private float gain(long from, long to) {
        int peak = 1;
        for (long position = from; position < to; position++) {
            peak = Math.max(peak, Math.abs(ring[(int) (position % CAPACITY)]));
        }
        return Math.min(PEAK / peak, MAX_GAIN);
    }
}
