package dev.pickup.simulators.telnyx.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// Something that happened, as it is told to the customer: webhook API version 2.
///
/// @param payload not changed after the event was made
public record WebhookEvent(String type, String id, Instant occurredAt, ObjectNode payload) {
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /// How the carrier writes a point in time.
    public static String text(Instant time) {
        return MICROSECONDS.format(time);
    }

    /// The body of one attempt.
    byte[] body(int attempt, String deliveredTo) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode data = envelope.putObject("data");
        data.put("record_type", "event").put("event_type", type);
        data.put("id", id).put("occurred_at", text(occurredAt));
        data.set("payload", payload);
        envelope.putObject("meta").put("attempt", attempt).put("delivered_to", deliveredTo);
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }
}
