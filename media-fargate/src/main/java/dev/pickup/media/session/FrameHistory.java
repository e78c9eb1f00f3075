package dev.pickup.media.session;

import dev.pickup.media.audio.AudioFrame;
import org.jspecify.annotations.Nullable;

/// The caller's last seconds, for a recognizer that has to hear them again. Bounded: 8 s, 256 kB. Not thread-safe.
final class FrameHistory {
    private static final int MOST = 8_000 / AudioFrame.PTIME_MS;

    private final @Nullable AudioFrame[] frames = new AudioFrame[MOST];
    private long count;

    void add(AudioFrame frame) {
        frames[(int) (count % MOST)] = frame;
        count++;
    }

    /// The oldest frame that is still here and not before `wanted`; frames count from 0.
    long from(long wanted) {
        return Math.clamp(wanted, Math.max(0, count - MOST), count);
    }

    /// The frame of this number, which [#from] allows.
    AudioFrame frame(long number) {
        AudioFrame frame = frames[(int) (number % MOST)];
        return frame == null ? AudioFrame.SILENCE : frame;
    }

    long count() {
        return count;
    }

    /// All samples of the last `most` frames up to `end` (excluded), oldest first.
    short[] samples(long end, int most) {
        long start = from(end - most);
        short[] samples = new short[(int) (end - start) * AudioFrame.SAMPLES];
        for (long number = start; number < end; number++) {
            frame(number).copyTo(samples, (int) (number - start) * AudioFrame.SAMPLES);
        }
        return samples;
    }
}
