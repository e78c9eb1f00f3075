package dev.pickup.media.audio;

import dev.pickup.media.audio.WireFormat.ByteOrder;
import java.util.Optional;

/// Finds the byte order of an L16 stream from its first 200 ms that are not silence. Not thread-safe; one per
/// stream.
///
/// RFC 3551 makes L16 big-endian, the carrier's socket is little-endian in practice; neither is promised. Speech read
/// in the wrong order looks like full-scale noise: neighbouring samples differ by hundreds of times more. Until enough
/// was heard, the order that has been smoother so far is used when it is clear, else the configured one.
final class ByteOrderProbe {
    /// 200 ms at 16,000 Hz, in samples.
    private static final int ENOUGH = 3_200;

    /// How much rougher the other order must be. Measured: speech and comfort noise lie above 20. Chosen: 4.
    private static final int CLEARLY = 4;

    private final ByteOrder configured;
    private long roughnessLittle;
    private long roughnessBig;
    private int heard;

    ByteOrderProbe(ByteOrder configured) {
        this.configured = configured;
    }

    /// Looks at the next L16 bytes. Bytes of digital silence tell nothing and are not counted.
    void look(byte[] bytes) {
        int little = 0;
        int big = 0;
        for (int i = 0; i + 1 < bytes.length && heard < ENOUGH; i += 2) {
            int nextLittle = (short) ((bytes[i + 1] << 8) | (bytes[i] & 0xff));
            int nextBig = (short) ((bytes[i] << 8) | (bytes[i + 1] & 0xff));
            if (i > 0 && (nextLittle != 0 || little != 0)) {
                roughnessLittle += Math.abs(nextLittle - little);
                roughnessBig += Math.abs(nextBig - big);
                heard++;
            }
            little = nextLittle;
            big = nextBig;
        }
    }

    /// Whether 200 ms were heard: the order will not change any more.
    boolean decided() {
        return heard >= ENOUGH;
    }

    /// The order to use for what was just looked at.
    ByteOrder order() {
        return clear().orElse(configured);
    }

    private Optional<ByteOrder> clear() {
        if (roughnessLittle > CLEARLY * roughnessBig) {
            return Optional.of(ByteOrder.BIG_ENDIAN);
        }
        if (roughnessBig > CLEARLY * roughnessLittle) {
            return Optional.of(ByteOrder.LITTLE_ENDIAN);
        }
        return Optional.empty();
    }
}
