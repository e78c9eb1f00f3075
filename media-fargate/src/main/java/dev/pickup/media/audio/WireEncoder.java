package dev.pickup.media.audio;

import dev.pickup.media.audio.WireFormat.ByteOrder;

/// Our frames → L16 bytes at 16,000 Hz, which is what we ask every carrier for on the way out.
public final class WireEncoder {
    private WireEncoder() {}

    /// 640 bytes.
    public static byte[] encode(AudioFrame frame, ByteOrder order) {
        int high = order == ByteOrder.LITTLE_ENDIAN ? 1 : 0;
        byte[] bytes = new byte[2 * AudioFrame.SAMPLES];
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            short sample = frame.sample(i);
            bytes[2 * i + high] = (byte) (sample >> 8);
            bytes[2 * i + 1 - high] = (byte) sample;
        }
        return bytes;
    }
}
