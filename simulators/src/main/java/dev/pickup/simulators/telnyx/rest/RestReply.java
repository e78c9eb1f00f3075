package dev.pickup.simulators.telnyx.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An answer.
///
/// @param lostAfter when present, the answer is never sent: the connection is closed after this long
public record RestReply(
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

    private static final String JSON = "application/json";

    public static RestReply json(int status, JsonNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return new RestReply(status, Map.of(), JSON, new Content(bytes), Optional.empty());
    }

    /// `{"data": …}`, as the carrier wraps single objects.
    public static RestReply data(int status, JsonNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return json(status, body);
    }

    public static RestReply bytes(String contentType, byte[] bytes) {
        return new RestReply(200, Map.of(), contentType, new Content(bytes), Optional.empty());
    }

    /// These headers and those it has already; its own win.
    public RestReply withHeaders(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(headers);
        return new RestReply(status, Map.copyOf(all), contentType, content, lostAfter);
    }

    public RestReply withStatus(int value) {
        return new RestReply(value, headers, contentType, content, lostAfter);
    }

    public RestReply lostAfter(Duration value) {
        return new RestReply(status, headers, contentType, content, Optional.of(value));
    }
}
