package dev.pickup.simulators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An answer.
///
/// @param lostAfter when present, the answer is never sent: the connection is closed after this long
public record HttpReply(
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

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    public static HttpReply json(int status, JsonNode body) {
        return bytes(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static HttpReply bytes(int status, String contentType, byte[] bytes) {
        return new HttpReply(status, Map.of(), contentType, new Content(bytes), Optional.empty());
    }

    /// 204.
    public static HttpReply nothing() {
        return bytes(204, JSON, new byte[0]);
    }

    /// These headers and those it has already; its own win.
    public HttpReply withHeaders(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(headers);
        return new HttpReply(status, all, contentType, content, lostAfter);
    }

    public HttpReply withStatus(int value) {
        return new HttpReply(value, headers, contentType, content, lostAfter);
    }

    public HttpReply lostAfter(Duration value) {
        return new HttpReply(status, headers, contentType, content, Optional.of(value));
    }
}
