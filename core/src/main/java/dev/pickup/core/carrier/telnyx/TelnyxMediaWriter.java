package dev.pickup.core.carrier.telnyx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Writes `media` frames as [TelnyxMediaCodec#media] does, with buffers that are used again: only the text itself is
/// allocated. One per stream; not thread-safe.
public final class TelnyxMediaWriter {
    private static final byte[] BEFORE = TelnyxMediaCodec.MEDIA_BEFORE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = TelnyxMediaCodec.MEDIA_AFTER.getBytes(StandardCharsets.US_ASCII);

    private byte[] base64 = new byte[0];
    private byte[] frame = BEFORE;

    /// Audio for the caller: codec bytes, 20 ms or more.
    public String media(byte[] payload) {
        int length = 4 * ((payload.length + 2) / 3);
        if (base64.length < length) {
            base64 = new byte[length];
            frame = Arrays.copyOf(BEFORE, BEFORE.length + length + AFTER.length);
        }
        int written = Base64.getEncoder().encode(payload, base64);
        System.arraycopy(base64, 0, frame, BEFORE.length, written);
        System.arraycopy(AFTER, 0, frame, BEFORE.length + written, AFTER.length);
        return new String(frame, 0, BEFORE.length + written + AFTER.length, StandardCharsets.ISO_8859_1);
    }
}
