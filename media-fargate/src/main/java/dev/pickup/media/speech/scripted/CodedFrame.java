package dev.pickup.media.speech.scripted;

import dev.pickup.media.audio.AudioFrame;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

/// A [CodedWord] as 320 samples, and back. Each sample carries four bits on a tone of half the sample rate,
/// which neither ears nor telephones hear: sample `i` is `(1024 + 16 * bits)`, negative when `i` is odd, about -30 dB:
/// loud enough that whoever measures energy at the other end takes it for speech.
///
/// 160 bytes, big-endian: magic `50 55` (2), utterance (4), index (2), frame (1), frames (1), joined (1),
/// length of the text (1), text as UTF-8, CRC-32 of all that (4), then zeros; all of it whitened with a fixed sequence.
/// So every frame looks like noise in its low bytes, and read in the wrong byte order it is nine times rougher than in
/// the right one, whatever it says: streams whose byte order is found by ear find it.
final class CodedFrame {
    /// Longest text of one word.
    static final int MAX_TEXT_BYTES = 140;

    private static final short MAGIC = 0x5055;
    private static final int CARRIER = 1024;
    private static final int BITS = 15;
    private static final int STEP = 16;
    private static final int BYTES = AudioFrame.SAMPLES / 2;

    private static final byte[] WHITENING = whitening();

    private CodedFrame() {}

    /// True when the sample at an even or odd place may be part of a coded frame.
    static boolean isCarrier(short sample) {
        int level = Math.abs(sample);
        return level >= CARRIER && level <= CARRIER + STEP * BITS && level % STEP == 0;
    }

    static void write(CodedWord word, short[] target, int offset) {
        byte[] bytes = bytesOf(word);
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            int level = CARRIER + STEP * ((bytes[i / 2] >> (i % 2 == 0 ? 4 : 0)) & BITS);
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
            if (!isCarrier(samples[offset + i])) {
                return Optional.empty();
            }
            int bits = (Math.abs(samples[offset + i]) - CARRIER) / STEP;
            bytes[i / 2] |= (byte) (i % 2 == 0 ? bits << 4 : bits);
        }
        try {
            return wordOf(whitened(bytes));
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
        return whitened(
                buffer.putInt(checksum(buffer.array(), buffer.position())).array());
    }

    /// Applies the whitening, or takes it away again.
    private static byte[] whitened(byte[] bytes) {
        for (int i = 0; i < BYTES; i++) {
            bytes[i] ^= WHITENING[i];
        }
        return bytes;
    }

    private static byte[] whitening() {
        byte[] sequence = new byte[BYTES];
        new Random(MAGIC).nextBytes(sequence);
        return sequence;
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
