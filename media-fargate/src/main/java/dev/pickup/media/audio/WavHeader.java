package dev.pickup.media.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The first 44 bytes of a recording: WAV, stereo, 16 bit little-endian, 16,000 Hz; 4 bytes for both sides' sample.
/// Source: RIFF/WAVE, "Multimedia Programming Interface and Data Specifications 1.0".
public final class WavHeader {
    public static final int BYTES = 44;

    /// Of one sample of both sides.
    public static final int BYTES_PER_SAMPLE = 4;

    /// The length of what is still being written: readers take all that follows.
    public static final long UNKNOWN = 0xffff_ffffL;

    private WavHeader() {}

    /// @param audioBytes how many follow, or [#UNKNOWN]
    public static byte[] of(long audioBytes) {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long whole = audioBytes == UNKNOWN ? UNKNOWN : BYTES - 8 + audioBytes;
        header.put(ascii("RIFF")).putInt((int) whole).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 2);
        header.putInt(AudioFrame.SAMPLE_RATE_HZ).putInt(AudioFrame.SAMPLE_RATE_HZ * BYTES_PER_SAMPLE);
        header.putShort((short) BYTES_PER_SAMPLE).putShort((short) 16);
        header.put(ascii("data")).putInt((int) audioBytes);
        return header.array();
    }

    /// Both sides' samples as they follow the header.
    public static byte[] audio(short[] caller, short[] agent) {
        ByteBuffer bytes = ByteBuffer.allocate(caller.length * BYTES_PER_SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < caller.length; i++) {
            bytes.putShort(caller[i]).putShort(agent[i]);
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
