package dev.pickup.media.audio;

/// What travels on a carrier's socket towards us.
///
/// @param encoding     how a sample is written
/// @param sampleRateHz 8000 or 16000
/// @param byteOrder    of L16; without meaning for the others
public record WireFormat(Encoding encoding, int sampleRateHz, ByteOrder byteOrder) {
    public WireFormat {
        if (!isKnown(sampleRateHz)) {
            throw new IllegalArgumentException("Audio comes at 8000 or 16000 Hz, not " + sampleRateHz + ".");
        }
    }

    /// Whether we can make our own 16,000 Hz of it.
    public static boolean isKnown(int sampleRateHz) {
        return sampleRateHz == 8_000 || sampleRateHz == AudioFrame.SAMPLE_RATE_HZ;
    }

    public WireFormat withByteOrder(ByteOrder value) {
        return new WireFormat(encoding, sampleRateHz, value);
    }

    /// How a sample is written.
    public enum Encoding {
        L16,
        PCMU,
        PCMA
    }

    /// Which byte of an L16 sample comes first.
    public enum ByteOrder {
        LITTLE_ENDIAN,
        BIG_ENDIAN;

        /// As the journal writes it: `little-endian`.
        public String wireName() {
            return this == LITTLE_ENDIAN ? "little-endian" : "big-endian";
        }
    }
}
