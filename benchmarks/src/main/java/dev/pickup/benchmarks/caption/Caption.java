package dev.pickup.benchmarks.caption;

import dev.pickup.media.audio.AudioFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// What a 20 ms frame of speech says, beside the sound of it: real speech for the voice activity detection, exact text
/// for a recognizer that only pretends.
///
/// The two lowest bits of each of the 320 samples carry 80 bytes, big-endian: magic `63 70` (2), index of the word (2),
/// whether the word ends with this frame (1), length of the text (1), text as UTF-8, CRC-32 of all that (4), then
/// whatever the samples had. Against speech that is noise 70 dB below it. L16 at 16 kHz leaves it alone; any other
/// codec destroys it, and nothing is read.
///
/// @param index of the word in its line, from 0
/// @param last  the word ends with this frame
/// @param text  at most [#MOST_TEXT_BYTES] as UTF-8
public record Caption(int index, boolean last, String text) {
    /// What fits beside head and checksum.
    public static final int MOST_TEXT_BYTES = 70;

    private static final short MAGIC = 0x6370;
    private static final int MASK = 3;
    private static final int SAMPLES_PER_BYTE = 4;
    private static final int BYTES = AudioFrame.SAMPLES / SAMPLES_PER_BYTE;
    private static final int HEAD_BYTES = 6;

    public Caption {
        if (index < 0 || index > 0xffff || text.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
            throw new IllegalArgumentException("No such word fits into a frame.");
        }
    }

    /// Writes it over the lowest bits of the 320 samples at `offset`.
    public void write(short[] samples, int offset) {
        byte[] bytes = bytes();
        for (int i = 0; i < bytes.length * SAMPLES_PER_BYTE; i++) {
            int bits = bytes[i / SAMPLES_PER_BYTE] >> (6 - 2 * (i % SAMPLES_PER_BYTE)) & MASK;
            samples[offset + i] = (short) ((samples[offset + i] & ~MASK) | bits);
        }
    }

    /// The caption of `frame`; empty when there is none, or it is damaged.
    public static Optional<Caption> read(AudioFrame frame) {
        if (byteAt(frame, 0) != (byte) (MAGIC >> 8) || byteAt(frame, 1) != (byte) MAGIC) {
            return Optional.empty();
        }
        int length = byteAt(frame, HEAD_BYTES - 1) & 0xff;
        if (length > MOST_TEXT_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[HEAD_BYTES + length + Integer.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = byteAt(frame, i);
        }
        ByteBuffer read = ByteBuffer.wrap(bytes).position(Short.BYTES);
        int index = read.getShort() & 0xffff;
        boolean last = read.get() == 1;
        String text = new String(bytes, HEAD_BYTES, length, StandardCharsets.UTF_8);
        return read.getInt(HEAD_BYTES + length) == checksum(bytes, HEAD_BYTES + length)
                ? Optional.of(new Caption(index, last, text))
                : Optional.empty();
    }

    private byte[] bytes() {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + utf8.length + Integer.BYTES)
                .putShort(MAGIC)
                .putShort((short) index)
                .put((byte) (last ? 1 : 0))
                .put((byte) utf8.length)
                .put(utf8);
        return buffer.putInt(checksum(buffer.array(), buffer.position())).array();
    }

    private static byte byteAt(AudioFrame frame, int index) {
        int value = 0;
        for (int i = 0; i < SAMPLES_PER_BYTE; i++) {
            value = (value << 2) | (frame.sample(index * SAMPLES_PER_BYTE + i) & MASK);
        }
        return (byte) value;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    static {
        if (HEAD_BYTES + MOST_TEXT_BYTES + Integer.BYTES != BYTES) {
            throw new AssertionError("A caption fills a frame.");
        }
    }
}
