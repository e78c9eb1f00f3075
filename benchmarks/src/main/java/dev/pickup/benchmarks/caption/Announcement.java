package dev.pickup.benchmarks.caption;

import dev.pickup.media.audio.AudioFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// What a caller is about to say, sent ahead of it as sound that nobody would call loud (-57 dBFS) and that survives
/// what destroys a [Caption]: mu-law, 8,000 Hz, and the filters on both ways.
///
/// A frame carries 4 bytes; a bit is 8 samples above or below zero. Magic `a7`, length of the text (1), the line's
/// first and last frame with sound, counted from the frame that follows (2 each), the text as UTF-8, the low half of a
/// CRC-32.
///
/// @param text  at most 255 bytes
/// @param first frame with sound
/// @param last  frame with sound
public record Announcement(String text, int first, int last) {
    private static final byte MAGIC = (byte) 0xa7;
    private static final int HEAD_BYTES = 6;
    private static final int CHECK_BYTES = 2;
    private static final int BYTES_A_FRAME = 4;
    private static final int SAMPLES_A_BIT = 8;
    private static final short LEVEL = 48;

    /// What the filters of both ways delay, in samples; without them nothing does.
    private static final int DELAY = 64;

    /// The frames to be sent right before the line.
    public List<short[]> frames() {
        byte[] bytes = bytes();
        List<short[]> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += BYTES_A_FRAME) {
            short[] samples = new short[AudioFrame.SAMPLES];
            for (int bit = 0; bit < 8 * BYTES_A_FRAME && from + bit / 8 < bytes.length; bit++) {
                boolean set = (bytes[from + bit / 8] >> (7 - bit % 8) & 1) != 0;
                for (int i = 0; i < SAMPLES_A_BIT; i++) {
                    samples[bit * SAMPLES_A_BIT + i] = set ? LEVEL : -LEVEL;
                }
            }
            frames.add(samples);
        }
        return frames;
    }

    private byte[] bytes() {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + utf8.length + CHECK_BYTES)
                .put(MAGIC)
                .put((byte) utf8.length)
                .putShort((short) first)
                .putShort((short) last)
                .put(utf8);
        return buffer.putShort(checksum(buffer.array(), buffer.position())).array();
    }

    private static short checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (short) crc.getValue();
    }

    /// Puts frames together again. One per stream; not thread-safe.
    public static final class Reader {
        private final ByteBuffer read = ByteBuffer.allocate(HEAD_BYTES + 255 + CHECK_BYTES + BYTES_A_FRAME);

        /// Takes the next frame of the stream; the announcement, when this is its last frame.
        public Optional<Announcement> take(AudioFrame frame) {
            if ((read.position() == 0 && byteAt(frame, 0) != MAGIC) || !clear(frame)) {
                read.clear();
                return Optional.empty();
            }
            for (int i = 0; i < BYTES_A_FRAME; i++) {
                read.put(byteAt(frame, i));
            }
            int length = HEAD_BYTES + (read.get(1) & 0xff);
            if (read.position() < length + CHECK_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = read.array();
            read.clear();
            return read.getShort(length) == checksum(bytes, length)
                    ? Optional.of(new Announcement(
                            new String(bytes, HEAD_BYTES, length - HEAD_BYTES, StandardCharsets.UTF_8),
                            read.getShort(2),
                            read.getShort(4)))
                    : Optional.empty();
        }

        /// Whether its first byte, which every frame has, is as loud as what we send: noise is not, or only now and
        /// then.
        private static boolean clear(AudioFrame frame) {
            for (int bit = 0; bit < 8; bit++) {
                int level = Math.abs(level(frame, bit));
                if (level < LEVEL / 2 || level > 2 * LEVEL) {
                    return false;
                }
            }
            return true;
        }

        private static byte byteAt(AudioFrame frame, int index) {
            int value = 0;
            for (int bit = 8 * index; bit < 8 * index + 8; bit++) {
                value = value << 1 | (level(frame, bit) > 0 ? 1 : 0);
            }
            return (byte) value;
        }

        /// In the middle of a bit, where the filters have done with its edges.
        private static int level(AudioFrame frame, int bit) {
            int middle = bit * SAMPLES_A_BIT + SAMPLES_A_BIT / 2 + DELAY;
            return (frame.sample(middle - 1) + frame.sample(middle)) / 2;
        }
    }
}
