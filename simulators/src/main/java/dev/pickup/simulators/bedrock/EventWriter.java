package dev.pickup.simulators.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/// Writes an answer's events. Belongs to one answer.
final class EventWriter {
    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    void event(String type, JsonNode payload) throws IOException {
        write("event", ":event-type", type, payload);
    }

    void exception(String type, JsonNode payload) throws IOException {
        write("exception", ":exception-type", type, payload);
    }

    private void write(String messageType, String header, String type, JsonNode payload) throws IOException {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":message-type", HeaderValue.fromString(messageType));
        headers.put(header, HeaderValue.fromString(type));
        headers.put(":content-type", HeaderValue.fromString("application/json"));
        var bytes = new ByteArrayOutputStream(); // the encoder hides what a broken connection says
        new Message(headers, payload.toString().getBytes(StandardCharsets.UTF_8)).encode(bytes);
        bytes.writeTo(out);
        out.flush();
    }
}
