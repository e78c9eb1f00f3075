package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.Shape;

/// The shape of an outbound voice profile: where an application may dial.
final class VoiceProfileResource {
    static final Shape CHANGEABLE = Shape.of(
            Shape.text("name", 255),
            Shape.oneOf("traffic_type", "conversational"),
            Shape.oneOf("service_plan", "global"),
            Shape.integer("concurrent_call_limit", 1, 10_000),
            Shape.bool("enabled"),
            Shape.texts("tags"),
            Shape.oneOf("usage_payment_method", "rate-deck"),
            Shape.texts("whitelisted_destinations"),
            Shape.any("max_destination_rate"),
            Shape.text("daily_spend_limit", 32),
            Shape.bool("daily_spend_limit_enabled"),
            Shape.object("call_recording"),
            Shape.text("billing_group_id", 64));

    static final Shape CREATABLE = CHANGEABLE.requiring("name");

    private VoiceProfileResource() {}

    static ObjectNode defaults(String id, String now) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("id", id).put("record_type", "outbound_voice_profile").put("name", "");
        profile.put("connections_count", 0).put("traffic_type", "conversational");
        profile.put("service_plan", "global").putNull("concurrent_call_limit").put("enabled", true);
        profile.putArray("tags");
        profile.put("usage_payment_method", "rate-deck");
        profile.putArray("whitelisted_destinations").add("US").add("CA");
        profile.putNull("max_destination_rate").putNull("daily_spend_limit").put("daily_spend_limit_enabled", false);
        profile.putNull("billing_group_id");
        return profile.put("created_at", now).put("updated_at", now);
    }
}
