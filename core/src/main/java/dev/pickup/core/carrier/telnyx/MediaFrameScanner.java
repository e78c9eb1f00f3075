package dev.pickup.core.carrier.telnyx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads `media` frames without a JSON tree: one array is allocated, the audio itself.
///
/// Knows exactly one shape, in any order of keys: `event`, `sequence_number`, `stream_id` and `media` outside;
/// `track`,
/// `chunk`, `timestamp`, `payload` inside; values are plain strings or digits. At anything else (an escape,
/// another
/// key, white space in odd places) it gives up, and the JSON parser decides.
final class MediaFrameScanner {
    private static final byte[] BASE64 = base64();

    private final String text;
    private int at;
    private boolean media;
    private boolean inbound = true;
    private long chunk;
    private byte @Nullable [] payload;

    private MediaFrameScanner(String text) {
        this.text = text;
    }

    /// The frame, or null when it is not one of the usual shape.
    static TelnyxMediaMessage.@Nullable Media scan(String text) {
        MediaFrameScanner scanner = new MediaFrameScanner(text);
        if (!scanner.object(true) || scanner.at != text.length() || !scanner.media || scanner.payload == null) {
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
        if (is(key, length, "event")) {
            int value = at + 1;
            int size = plainString();
            media = size >= 0 && is(value, size, "media");
            return media;
        }
        if (is(key, length, "media")) {
            return object(false);
        }
        return (is(key, length, "sequence_number") || is(key, length, "stream_id")) && anyValue();
    }

    private boolean innerValue(int key, int length) {
        if (is(key, length, "payload")) {
            int value = at + 1;
            int size = plainString();
            payload = size < 0 ? null : bytes(value, size);
            return payload != null;
        }
        if (is(key, length, "chunk")) {
            return number();
        }
        if (is(key, length, "track")) {
            int value = at + 1;
            int size = plainString();
            inbound = is(value, size, "inbound");
            return size >= 0;
        }
        return is(key, length, "timestamp") && anyValue();
    }

    private boolean anyValue() {
        boolean quoted = at < text.length() && text.charAt(at) == '"';
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
        while (at < text.length() && at - start < 18 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
        }
        return at == start ? -1 : value;
    }

    /// Steps over a string without escapes; its length, or -1.
    private int plainString() {
        if (!skip('"')) {
            return -1;
        }
        int end = text.indexOf('"', at);
        if (end < 0 || text.indexOf('\\', at, end) >= 0) {
            return -1;
        }
        int length = end - at;
        at = end + 1;
        return length;
    }

    private boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean is(int from, int length, String word) {
        return length == word.length() && text.startsWith(word, from);
    }

    private byte @Nullable [] bytes(int from, int length) {
        if (length % 4 != 0) {
            return null;
        }
        int padding = length == 0 || text.charAt(from + length - 1) != '=' ? 0 : padding(from, length);
        byte[] out = new byte[length / 4 * 3 - padding];
        for (int in = 0, to = 0; in < length; in += 4) {
            boolean last = in + 4 == length;
            int bits = 0;
            for (int k = 0; k < 4; k++) {
                int sextet = last && k >= 4 - padding ? 0 : sextet(text.charAt(from + in + k));
                if (sextet < 0) {
                    return null;
                }
                bits = (bits << 6) | sextet;
            }
            for (int shift = 16; shift >= 0 && to < out.length; shift -= 8) {
                out[to++] = (byte) (bits >> shift);
            }
        }
        return out;
    }

    private int padding(int from, int length) {
        return text.charAt(from + length - 2) == '=' ? 2 : 1;
    }

    private static int sextet(char letter) {
        return letter < 128 ? BASE64[letter] : -1;
    }

    private static byte[] base64() {
        byte[] table = new byte[128];
        Arrays.fill(table, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            table[alphabet.charAt(i)] = (byte) i;
        }
        return table;
    }
}
