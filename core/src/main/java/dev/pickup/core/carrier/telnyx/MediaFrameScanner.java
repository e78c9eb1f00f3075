package dev.pickup.core.carrier.telnyx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Reads `media` frames without a JSON tree or a string: one array is allocated, the audio itself.
///
/// Knows exactly one shape, in any order of keys: `event`, `sequence_number`, `stream_id` and `media` outside; `track`,
/// `chunk`, `timestamp`, `payload` inside; values are plain strings or digits. At anything else (an escape, another
/// key, white space in odd places) it gives up, and the JSON parser decides.
final class MediaFrameScanner {
    private static final byte[] EVENT = name("event");
    private static final byte[] MEDIA = name("media");
    private static final byte[] SEQUENCE_NUMBER = name("sequence_number");
    private static final byte[] STREAM_ID = name("stream_id");
    private static final byte[] PAYLOAD = name("payload");
    private static final byte[] CHUNK = name("chunk");
    private static final byte[] TRACK = name("track");
    private static final byte[] INBOUND = name("inbound");
    private static final byte[] TIMESTAMP = name("timestamp");

    private final byte[] text;
    private final int end;
    private int at;
    private boolean media;
    private boolean inbound = true;
    private long chunk;
    private byte @Nullable [] payload;

    private MediaFrameScanner(byte[] text, int length) {
        this.text = text;
        this.end = length;
    }

    /// The frame in the first `length` bytes, or null when it is not one of the usual shape.
    static TelnyxMediaMessage.@Nullable Media scan(byte[] text, int length) {
        MediaFrameScanner scanner = new MediaFrameScanner(text, length);
        if (!scanner.object(true) || scanner.at != length || !scanner.media || scanner.payload == null) {
            return null;
        }
        return new TelnyxMediaMessage.Media(scanner.inbound, scanner.chunk, scanner.payload);
    }

    private boolean object(boolean outer) {
        if (!skip('{')) {
            return false;
        }
        do {
            int key = at + 1;
            int length = plainString();
            if (length < 0 || !skip(':') || !(outer ? outerValue(key, length) : innerValue(key, length))) {
                return false;
            }
        } while (skip(','));
        return skip('}');
    }

    private boolean outerValue(int key, int length) {
        if (is(key, length, EVENT)) {
            int value = at + 1;
            int size = plainString();
            media = size >= 0 && is(value, size, MEDIA);
            return media;
        }
        if (is(key, length, MEDIA)) {
            return object(false);
        }
        return (is(key, length, SEQUENCE_NUMBER) || is(key, length, STREAM_ID)) && anyValue();
    }

    private boolean innerValue(int key, int length) {
        if (is(key, length, PAYLOAD)) {
            int value = at + 1;
            int size = plainString();
            payload = size < 0 ? null : bytes(value, size);
            return payload != null;
        }
        if (is(key, length, CHUNK)) {
            return number();
        }
        if (is(key, length, TRACK)) {
            int value = at + 1;
            int size = plainString();
            inbound = is(value, size, INBOUND);
            return size >= 0;
        }
        return is(key, length, TIMESTAMP) && anyValue();
    }

    private boolean anyValue() {
        boolean quoted = at < end && text[at] == '"';
        return quoted ? plainString() >= 0 : digits() >= 0;
    }

    private boolean number() {
        boolean quoted = skip('"');
        chunk = digits();
        return chunk >= 0 && (!quoted || skip('"'));
    }

    /// The number of up to 18 digits that stands here, or -1.
    private long digits() {
        long value = 0;
        int start = at;
        while (at < end && at - start < 18 && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + (text[at] - '0');
            at++;
        }
        return at == start ? -1 : value;
    }

    /// Steps over a string without escapes; its length, or -1.
    private int plainString() {
        if (!skip('"')) {
            return -1;
        }
        int start = at;
        while (at < end && text[at] != '"') {
            if (text[at] == '\\') {
                return -1;
            }
            at++;
        }
        return skip('"') ? at - 1 - start : -1;
    }

    private boolean skip(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean is(int from, int length, byte[] word) {
        return length >= 0 && Arrays.equals(text, from, from + length, word, 0, word.length);
    }

    /// Base64 by the JDK, which has instructions for it; null when it is none.
    private byte @Nullable [] bytes(int from, int length) {
        if (length % 4 != 0) {
            return null;
        }
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(text, from, length));
            byte[] bytes = decoded.array();
            return bytes.length == decoded.limit() ? bytes : Arrays.copyOf(bytes, decoded.limit());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static byte[] name(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
