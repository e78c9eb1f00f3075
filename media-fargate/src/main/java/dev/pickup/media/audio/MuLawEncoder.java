package dev.pickup.media.audio;

/// Our frames → mu-law at 8,000 Hz: what lies above 3,800 Hz is filtered out first, so that nothing folds back. One per
/// stream: it remembers the last 4 ms, half of which is its delay. Not thread-safe.
public final class MuLawEncoder {
    private static final float[] FILTER = filter();
    private static final int PAST = HalfBand.TAPS - 1;

    private final float[] line = new float[PAST + AudioFrame.SAMPLES];

    /// 160 bytes.
    public byte[] encode(AudioFrame frame) {
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            line[PAST + i] = frame.sample(i);
        }
        byte[] bytes = new byte[AudioFrame.SAMPLES / 2];
        for (int i = 0; i < bytes.length; i++) {
            float sum = 0;
            for (int k = 0; k < FILTER.length; k++) {
                sum += FILTER[k] * line[PAST + 2 * i - k];
            }
            bytes[i] = G711.toMuLaw(HalfBand.clip(sum));
        }
        System.arraycopy(line, AudioFrame.SAMPLES, line, 0, PAST);
        return bytes;
    }

    private static float[] filter() {
        double[] exact = HalfBand.filter();
        float[] filter = new float[exact.length];
        for (int i = 0; i < filter.length; i++) {
            filter[i] = (float) exact[i];
        }
        return filter;
    }
}
