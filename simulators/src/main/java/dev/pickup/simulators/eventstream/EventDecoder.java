package dev.pickup.simulators.eventstream;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/// Signed envelopes as they come in, in any cut, to the events inside them. Not thread-safe.
public final class EventDecoder {
    private volatile Optional<MessageDecoder> decoder;

    /// What a client sent.
    public sealed interface Received {
        /// An event.
        ///
        /// @param payload the reader's to keep
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Event(String type, byte[] payload) implements Received {}

        /// The empty envelope that ends the input.
        record EndOfInput() implements Received {}

        /// An envelope without date or signature, or with something in it that is no event.
        record Malformed(String what) implements Received {}
    }

    public EventDecoder(Consumer<Received> receiver) {
        this.decoder = Optional.of(new MessageDecoder(envelope -> receiver.accept(open(envelope))));
    }

    /// @throws RuntimeException the bytes are no event stream: a checksum is wrong, for instance
    public void feed(byte[] bytes) {
        decoder.ifPresent(open -> open.feed(bytes));
    }

    /// What comes from now on is ignored. A decoder holds 2 MiB, and a service remembers its streams.
    public void close() {
        decoder = Optional.empty();
    }

    private static Received open(Message envelope) {
        Map<String, HeaderValue> headers = envelope.getHeaders();
        if (!headers.containsKey(":date") || !headers.containsKey(":chunk-signature")) {
            return new Received.Malformed("An envelope without date and signature.");
        }
        if (envelope.getPayload().length == 0) {
            return new Received.EndOfInput();
        }
        Message event = Message.decode(java.nio.ByteBuffer.wrap(envelope.getPayload()));
        HeaderValue kind = event.getHeaders().get(":message-type");
        HeaderValue type = event.getHeaders().get(":event-type");
        if (kind == null || type == null || !kind.getString().equals("event")) {
            return new Received.Malformed("A message that is no event.");
        }
        return new Received.Event(type.getString(), event.getPayload());
    }
}
