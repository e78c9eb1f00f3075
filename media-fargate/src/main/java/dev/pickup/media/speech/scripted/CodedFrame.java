package dev.pickup.media.speech.scripted;

import dev.pickup.media.audio.AudioFrame;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// A [CodedWord] as 320 samples, and back. Each sample carries four bits on a tone of half the sample rate,
/// which neither ears nor telephones hear: sample `i` is `(1024 + bits)`, negative when `i` is odd, about -30 dB: loud
/// enough that whoever measures energy at the other end takes it for speech.
///
/// 160 bytes, big-endian: magic `50 55` (2), utterance (4), index (2), frame (1), frames (1), joined (1),
/// length of the text (1), text as UTF-8, CRC-32 of all that (4), then zeros.
final class CodedFrame {
    /// Longest text of one word.
    static final int MAX_TEXT_BYTES = 140;

    private static final short MAGIC = 0x5055;
    private static final int CARRIER = 1024;
    private static final int BITS = 15;
    private static final int BYTES = AudioFrame.SAMPLES / 2;

    private CodedFrame() {}

    /// True when the sample at an even or odd place may be part of a coded frame.
    static boolean isCarrier(short sample) {
        int level = Math.abs(sample);
        return level >= CARRIER && level <= CARRIER + BITS;
    }

    static void write(CodedWord word, short[] target, int offset) {
        byte[] bytes = bytesOf(word);
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            int level = CARRIER + ((bytes[i / 2] >> (i % 2 == 0 ? 4 : 0)) & BITS);
            target[offset + i] = (short) (i % 2 == 0 ? level : -level);
        }
    }

    /// The word in the 320 samples at `offset`; empty when they are anything else, a damaged word included.
    static Optional<CodedWord> read(short[] samples, int offset) {
        if (!isCarrier(samples[offset])) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            int bits = Math.abs(samples[offset + i]) - CARRIER;
            if (bits < 0 || bits > BITS) {
                return Optional.empty();
            }
            bytes[i / 2] |= (byte) (i % 2 == 0 ? bits << 4 : bits);
        }
        try {
            return wordOf(bytes);
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] bytesOf(CodedWord word) {
        byte[] text = word.text().getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putShort(MAGIC)
                .putInt(word.utterance())
                .putShort((short) word.index())
                .put((byte) word.frame())
                .put((byte) word.frames())
                .put((byte) (word.joined() ? 1 : 0))
                .put((byte) text.length)
                .put(text);
        return buffer.putInt(checksum(buffer.array(), buffer.position())).array();
    }

    private static Optional<CodedWord> wordOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getShort() != MAGIC) {
            return Optional.empty();
        }
        int utterance = buffer.getInt();
        int index = buffer.getShort() & 0xffff;
        int frame = buffer.get() & 0xff;
        int frames = buffer.get() & 0xff;
        boolean joined = buffer.get() == 1;
        byte[] text = new byte[buffer.get() & 0xff];
        buffer.get(text);
        int expected = checksum(bytes, buffer.position());
        return buffer.getInt() == expected
                ? Optional.of(new CodedWord(
                        utterance, index, frame, frames, joined, new String(text, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
