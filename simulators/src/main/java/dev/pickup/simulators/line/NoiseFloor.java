package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.Pcm;
import java.util.Random;

/// The line's own noise: a telephone network is never digitally silent. It fills silence only: over speech it would be
/// inaudible, and it would destroy what callers in tests write into their samples. One thread.
public final class NoiseFloor {
    /// Chosen: a quiet line. Reports of real ones go up to -35.
    public static final double USUAL_DBFS = -60;

    private static final int LOOP_SAMPLES = 2 * Pcm.SAMPLE_RATE_HZ;

    private final short[] noise = new short[LOOP_SAMPLES];
    private int at;

    public NoiseFloor(double dbfs, long seed) {
        Random random = new Random(seed);
        double rms = 32768 * Math.pow(10, dbfs / 20);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) Math.clamp(Math.round(random.nextGaussian() * rms), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    /// `frame` with noise where it is silent, as a new frame.
    public short[] over(short[] frame) {
        short[] mixed = new short[frame.length];
        for (int i = 0; i < frame.length; i++) {
            mixed[i] = frame[i] == 0 ? noise[at] : frame[i];
            at = (at + 1) % LOOP_SAMPLES;
        }
        return mixed;
    }
}
