package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of a Telnyx number that decide where its calls and texts go, as texts that are equal when they mean the
/// same. Pure.
///
/// Three resources describe one number; a field's name has the resource in front: `number.connection_id`,
/// `voice.call_forwarding`, `messaging.messaging_profile_id`.
final class TelnyxRoutingFields {
    static final String CONNECTION = "number.connection_id";
    static final String FORWARDING = "voice.call_forwarding";
    static final String TRANSLATED = "voice.translated_number";
    static final String PROFILE = "messaging.messaging_profile_id";

    static final String NUMBER = "number";
    static final String VOICE = "voice";
    static final String MESSAGING = "messaging";

    private static final List<String> VOICE_FIELDS = List.of(
            "call_forwarding",
            "translated_number",
            "tech_prefix_enabled",
            "inbound_call_screening",
            "call_recording",
            "media_features");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private TelnyxRoutingFields() {}

    /// @param messaging a missing node when the number has no such resource
    static Map<String, String> of(JsonNode number, JsonNode voice, JsonNode messaging) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(CONNECTION, text(number.path("connection_id")));
        VOICE_FIELDS.stream()
                .filter(voice::has)
                .forEach(name -> fields.put(VOICE + "." + name, text(voice.path(name))));
        if (messaging.isObject()) {
            fields.put(PROFILE, text(messaging.path("messaging_profile_id")));
        }
        return fields;
    }

    /// Compact JSON: keys in the order of the alphabet, `null` for what is empty.
    static String text(JsonNode value) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(canonical(value), Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was read cannot be written", e);
        }
    }

    static JsonNode value(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A field's value is compact JSON.", e);
        }
    }

    /// The body of a `PATCH` of one of the three resources; empty when nothing of it is to be written.
    ///
    /// A text that is to be nothing is written as `""`: `null` keeps what there is. Inside of an object, what is
    /// nothing is left out, because some of it has no other form and none of it was something before.
    static ObjectNode body(String resource, Map<String, String> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, text) -> {
            if (name.startsWith(resource + ".")) {
                JsonNode value = value(text);
                body.set(
                        name.substring(resource.length() + 1),
                        value.isNull() ? JsonNodeFactory.instance.textNode("") : withoutNulls(value));
            }
        });
        return body;
    }

    /// Whether the number itself forwards every call: that wins over any webhook.
    static boolean forwardsAll(Map<String, String> fields) {
        JsonNode forwarding = value(fields.getOrDefault(FORWARDING, "null"));
        return forwarding.path("call_forwarding_enabled").asBoolean()
                && !forwarding.path("forwarding_type").asText("always").equals("on-failure");
    }

    /// The forwarding as it is, but switched off.
    static String forwardingOff(Map<String, String> fields) {
        ObjectNode forwarding = (ObjectNode) value(fields.getOrDefault(FORWARDING, "{}"));
        return text(forwarding.put("call_forwarding_enabled", false));
    }

    private static JsonNode canonical(JsonNode value) {
        if (value.isMissingNode() || (value.isTextual() && value.textValue().isEmpty())) {
            return NullNode.getInstance();
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> result.set(field.getKey(), canonical(field.getValue())));
        return result;
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> result.set(field.getKey(), withoutNulls(field.getValue())));
        return result;
    }
}
