package dev.pickup.media.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Puts a socket's text messages together in one array that is used again for each of them: 50 come every second of
/// every call, and as strings they were most of what a task allocated. Owned by the reader.
final class TextMessages {
    private final int mostBytes;
    private byte[] bytes = new byte[2_048];
    private int length;
    private boolean complete = true;

    TextMessages(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Adds a frame's payload; true when the message is complete, to be read before the next frame comes.
    ///
    /// @param last the message's last frame
    boolean add(ByteBuffer payload, boolean last) {
        int from = complete ? 0 : length;
        int more = Math.min(payload.remaining(), mostBytes + 1 - from);
        if (bytes.length < from + more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, from + more));
        }
        payload.get(bytes, from, more);
        length = from + more;
        complete = last;
        return last;
    }

    /// Whether the message has more bytes than a message may have; the rest of it is not kept.
    boolean tooLong() {
        return length > mostBytes;
    }

    /// The message, in its first [#length] bytes: UTF-8.
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
