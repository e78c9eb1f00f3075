package dev.pickup.simulators.caller;

import java.util.Arrays;

/// A growing recording of one side of a call. One thread. Full after [#LIMIT]; what comes later is not kept.
public final class SoundTape {
    /// 64 MB for both sides.
    public static final int LIMIT = 1000 * Pcm.SAMPLE_RATE_HZ;

    private short[] samples = new short[10 * Pcm.SAMPLE_RATE_HZ];
    private int length;

    public void add(short[] frame) {
        if (length + frame.length > LIMIT) {
            return;
        }
        if (length + frame.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.min(LIMIT, samples.length * 3 / 2));
        }
        System.arraycopy(frame, 0, samples, length, frame.length);
        length += frame.length;
    }

    /// What is on it so far.
    public Pcm sound() {
        return Pcm.owning(Arrays.copyOf(samples, length));
    }
}
