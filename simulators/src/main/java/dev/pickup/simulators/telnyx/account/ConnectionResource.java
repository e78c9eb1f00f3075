package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Connections that are no call control applications, and how `GET /connections` shows those that are.
final class ConnectionResource {
    private ConnectionResource() {}

    static ObjectNode seeded(SeededAccount.Connection seed, String now) {
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.put("id", seed.id()).put("record_type", seed.recordType()).put("active", true);
        connection.put("anchorsite_override", "Latency");
        if (seed.recordType().equals("texml_application")) {
            connection.put("friendly_name", seed.name()).put("voice_url", seed.url());
            connection.put("voice_method", "post").put("voice_fallback_url", "");
            connection.put("status_callback", "").put("status_callback_method", "post");
        } else {
            connection.put("connection_name", seed.name()).put("webhook_event_url", seed.url());
            connection.put("webhook_event_failover_url", "").put("webhook_api_version", "2");
        }
        connection.putObject("outbound").putNull("outbound_voice_profile_id");
        connection.putArray("tags");
        return connection.put("created_at", now).put("updated_at", now);
    }

    /// @param resource of any kind of connection
    static ObjectNode summary(ObjectNode resource) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("id", resource.path("id").asText()).set("record_type", resource.path("record_type"));
        summary.set("active", resource.path("active"));
        summary.set("anchorsite_override", resource.path("anchorsite_override"));
        summary.put("connection_name", name(resource));
        summary.put(
                "outbound_voice_profile_id",
                resource.at("/outbound/outbound_voice_profile_id").textValue());
        summary.put("webhook_event_url", resource.path("webhook_event_url").asText(""));
        summary.put(
                "webhook_event_failover_url",
                resource.path("webhook_event_failover_url").asText(""));
        summary.put("webhook_api_version", resource.path("webhook_api_version").asText("1"));
        summary.set("tags", resource.path("tags"));
        summary.set("created_at", resource.path("created_at"));
        summary.set("updated_at", resource.path("updated_at"));
        return summary;
    }

    static String name(ObjectNode resource) {
        for (String field : new String[] {"application_name", "friendly_name", "connection_name"}) {
            if (resource.has(field)) {
                return resource.path(field).asText();
            }
        }
        return "";
    }
}
