package software.amazon.eventstream;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Cuts the bytes of an event stream into messages, wherever they were split on their way.
///
/// Takes the place of the class of this name in `software.amazon.eventstream:eventstream`, which sets 2 MiB aside for
/// each stream for as long as it is open. This one decodes a message that came in one piece from where it lies, and
/// keeps of any other only what has come of it, in a buffer of that message's size which goes with it.
///
/// Errors: `IllegalArgumentException` for a checksum that does not fit and for lengths outside the format's (128 KiB of
/// headers, 24 MiB of payload); the stream is unusable afterwards. Threads: one at a time.
///
/// Source of the format: Smithy, "Event stream encoding" (smithy.io/2.0/aws/amazon-eventstream.html).
@NullMarked
public final class MessageDecoder {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Consumer<Message> messages;
    private List<Message> decoded = new ArrayList<>();
    private final boolean collects;
    /// The beginning of a message, ready to be written to.
    private ByteBuffer held = NOTHING;

    private @Nullable Prelude prelude;

    /// Keeps the messages for [#getDecodedMessages()].
    public MessageDecoder() {
        collects = true;
        messages = message -> decoded.add(message);
    }

    /// @param messages is told each message within the call of `feed` that completed it
    public MessageDecoder(Consumer<Message> messages) {
        collects = false;
        this.messages = messages;
    }

    /// @return what was decoded since this was last asked, oldest first
    /// @throws IllegalStateException when messages are told to a consumer
    public List<Message> getDecodedMessages() {
        if (!collects) {
            throw new IllegalStateException("Messages go to the consumer of this decoder; nothing is kept.");
        }
        List<Message> known = decoded;
        decoded = new ArrayList<>();
        return List.copyOf(known);
    }

    public void feed(byte[] bytes) {
        feed(ByteBuffer.wrap(bytes));
    }

    public void feed(byte[] bytes, int offset, int length) {
        feed(ByteBuffer.wrap(bytes, offset, length));
    }

    /// @param bytes what came next, read to its end
    public MessageDecoder feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (held.position() == 0 && bytes.remaining() >= Prelude.LENGTH_WITH_CRC) {
                begin(bytes);
            } else {
                gather(bytes);
            }
        }
        return this;
    }

    /// A message's first bytes lie before us, and all of its prelude.
    private void begin(ByteBuffer bytes) {
        Prelude begun = Prelude.decode(bytes);
        int length = begun.getTotalLength();
        if (bytes.remaining() >= length) {
            tell(begun, bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
        } else {
            prelude = begun;
            held = ByteBuffer.allocate(length).put(bytes);
        }
    }

    /// A message whose first part has come already, or less than a prelude of one.
    private void gather(ByteBuffer bytes) {
        if (held.position() == 0) {
            held = ByteBuffer.allocate(Prelude.LENGTH_WITH_CRC);
        }
        int more = Math.min(held.remaining(), bytes.remaining());
        held.put(bytes.slice(bytes.position(), more));
        bytes.position(bytes.position() + more);
        if (!held.hasRemaining()) {
            filled();
        }
    }

    private void filled() {
        Prelude known = prelude;
        if (known == null) {
            Prelude begun = Prelude.decode(held.flip());
            prelude = begun;
            held = ByteBuffer.allocate(begun.getTotalLength()).put(held);
        } else {
            ByteBuffer whole = held.flip();
            held = NOTHING;
            prelude = null;
            tell(known, whole);
        }
    }

    private void tell(Prelude begun, ByteBuffer whole) {
        messages.accept(Message.decode(begun, whole));
    }

    /// Bytes set aside now.
    int currentBufferSize() {
        return held.capacity();
    }
}
