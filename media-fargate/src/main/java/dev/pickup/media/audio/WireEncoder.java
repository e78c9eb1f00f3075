package dev.pickup.media.audio;

import dev.pickup.media.audio.WireFormat.ByteOrder;

/// Our frames → L16 bytes at 16,000 Hz, which is what we ask every carrier for on the way out.
public final class WireEncoder {
    /// Bytes of a frame.
    public static final int FRAME_BYTES = 2 * AudioFrame.SAMPLES;

    private WireEncoder() {}

    /// 640 bytes.
    public static byte[] encode(AudioFrame frame, ByteOrder order) {
        byte[] bytes = new byte[FRAME_BYTES];
        encode(frame, order, bytes);
        return bytes;
    }

    /// Writes the 640 bytes to the beginning of `bytes`.
    public static void encode(AudioFrame frame, ByteOrder order, byte[] bytes) {
        int high = order == ByteOrder.LITTLE_ENDIAN ? 1 : 0;
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            short sample = frame.sample(i);
            bytes[2 * i + high] = (byte) (sample >> 8);
            bytes[2 * i + 1 - high] = (byte) sample;
        }
    }
}
