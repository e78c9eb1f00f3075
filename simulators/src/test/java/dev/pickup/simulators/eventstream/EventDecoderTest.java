package dev.pickup.simulators.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.simulators.eventstream.EventDecoder.Received;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

class EventDecoderTest {
    private static final Map<String, HeaderValue> SIGNED = Map.of(
            ":date",
            HeaderValue.fromTimestamp(Instant.EPOCH),
            ":chunk-signature",
            HeaderValue.fromByteArray(new byte[32]));

    private final List<Received> received = new ArrayList<>();
    private final EventDecoder decoder = new EventDecoder(received::add);

    @Test
    void anEventIsFoundInItsEnvelopeInWhateverPiecesItComes() {
        byte[] wire = bytes(new Message(SIGNED, bytes(event("TextEvent", "hello"))));
        for (byte each : wire) {
            decoder.feed(new byte[] {each});
        }

        assertThat(received).singleElement().isInstanceOfSatisfying(Received.Event.class, event -> {
            assertThat(event.type()).isEqualTo("TextEvent");
            assertThat(new String(event.payload(), StandardCharsets.UTF_8)).isEqualTo("hello");
        });
    }

    @Test
    void anEmptyEnvelopeIsTheEnd() {
        decoder.feed(bytes(new Message(SIGNED, new byte[0])));

        assertThat(received).containsExactly(new Received.EndOfInput());
    }

    @Test
    void anEventWithoutASignedEnvelopeIsMalformed() {
        decoder.feed(bytes(event("TextEvent", "hello")));

        assertThat(received).singleElement().isInstanceOf(Received.Malformed.class);
    }

    @Test
    void bytesThatAreNoEventStreamAreRefused() {
        byte[] wire = bytes(new Message(SIGNED, new byte[0]));
        byte[] broken = Arrays.copyOf(wire, wire.length);
        broken[wire.length - 1] ^= 1;

        assertThatThrownBy(() -> decoder.feed(broken)).isInstanceOf(RuntimeException.class);
    }

    private static Message event(String type, String payload) {
        return new Message(
                Map.of(":message-type", HeaderValue.fromString("event"), ":event-type", HeaderValue.fromString(type)),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.encode(bytes);
        return bytes.toByteArray();
    }
}
