package dev.pickup.local.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.EventJson;
import dev.pickup.events.DomainEvent;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// An event as EventBridge delivers it to a target. Pure.
///
/// Source: EventBridge User Guide, "AWS service event metadata": `version`, `id`, `detail-type`, `source`, `account`,
/// `time`, `region`, `resources`, `detail`.
final class EventEnvelope {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private EventEnvelope() {}

    static String of(DomainEvent event) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("version", "0")
                .put("id", event.eventId())
                .put("detail-type", event.name())
                .put("source", DomainEvent.SOURCE)
                .put("account", "000000000000")
                .put("time", event.occurredAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "local");
        envelope.putArray("resources");
        envelope.set("detail", parse(EventJson.write(event)));
        return envelope.toString();
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an event", e);
        }
    }

    static Map<String, Object> map(JsonNode envelope) {
        return JSON.convertValue(envelope, MAP);
    }
}
