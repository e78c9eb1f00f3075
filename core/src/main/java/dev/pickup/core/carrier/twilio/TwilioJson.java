package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// JSON texts of single values.
final class TwilioJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TwilioJson() {}

    /// @throws IllegalArgumentException it is not a JSON string
    static String text(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node != null && node.isTextual()) {
                return node.textValue();
            }
        } catch (JsonProcessingException _) {
            // said below: a parser's message would repeat the value
        }
        throw new IllegalArgumentException("Not a JSON string.");
    }
}
