package dev.pickup.simulators.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An answer.
///
/// @param lostAfter when present, the answer is never sent: the connection is closed after this long
public record TwilioReply(
        int status, Map<String, String> headers, String contentType, Content content, Optional<Duration> lostAfter) {
    /// The bytes of an answer; a class, because an array in a record is compared by identity.
    public static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    public TwilioReply {
        headers = Map.copyOf(headers);
    }

    public static TwilioReply json(int status, JsonNode body) {
        return bytes(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static TwilioReply bytes(int status, String contentType, byte[] bytes) {
        return new TwilioReply(status, Map.of(), contentType, new Content(bytes), Optional.empty());
    }

    /// 204.
    public static TwilioReply nothing() {
        return bytes(204, "application/json", new byte[0]);
    }

    public TwilioReply withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new TwilioReply(status, more, contentType, content, lostAfter);
    }

    public TwilioReply lostAfter(Duration value) {
        return new TwilioReply(status, headers, contentType, content, Optional.of(value));
    }
}
