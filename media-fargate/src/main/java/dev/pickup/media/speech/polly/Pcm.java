package dev.pickup.media.speech.polly;

import java.util.Arrays;

/// 16-bit little-endian bytes in any cut, to samples. Not thread-safe.
final class Pcm {
    private static final int LOW_BYTE = 0xff;

    private byte[] half = new byte[0];

    short[] samples(byte[] piece) {
        byte[] all = Arrays.copyOf(half, half.length + piece.length);
        System.arraycopy(piece, 0, all, half.length, piece.length);
        short[] samples = new short[all.length / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((all[2 * i] & LOW_BYTE) | (all[2 * i + 1] << 8));
        }
        half = Arrays.copyOfRange(all, samples.length * Short.BYTES, all.length);
        return samples;
    }
}
