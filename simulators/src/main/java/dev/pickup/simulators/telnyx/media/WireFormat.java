package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.line.G711;
/// How audio is written in the payload of a media frame: codec bytes without RTP header.
///
/// @param bigEndian for L16 only; the real socket is little-endian, though RFC 3551 says otherwise

record WireFormat(Encoding encoding, int sampleRateHz, boolean bigEndian) {
    enum Encoding {
        PCMU,
        PCMA,
        L16
    }

    private static final int TELEPHONE_HZ = 8000;

    static WireFormat telephone(Encoding encoding) {
        return new WireFormat(encoding, TELEPHONE_HZ, false);
    }

    int bytesPerSample() {
        return encoding == Encoding.L16 ? Short.BYTES : 1;
    }

    /// How long this many bytes last.
    double millis(int bytes) {
        return bytes * 1000.0 / bytesPerSample() / sampleRateHz;
    }

    void put(short sample, byte[] bytes, int index) {
        switch (encoding) {
            case PCMU -> bytes[index] = G711.toMuLaw(sample);
            case PCMA -> bytes[index] = G711.toALaw(sample);
            case L16 -> {
                bytes[2 * index] = (byte) (bigEndian ? sample >> 8 : sample);
                bytes[2 * index + 1] = (byte) (bigEndian ? sample : sample >> 8);
            }
        }
    }

    short get(byte[] bytes, int index) {
        return switch (encoding) {
            case PCMU -> G711.fromMuLaw(bytes[index]);
            case PCMA -> G711.fromALaw(bytes[index]);
            case L16 -> {
                int high = bytes[2 * index + (bigEndian ? 0 : 1)];
                int low = Byte.toUnsignedInt(bytes[2 * index + (bigEndian ? 1 : 0)]);
                yield (short) (high << 8 | low);
            }
        };
    }
}
