package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The routing fields of an IncomingPhoneNumber, and how they are written back. Pure.
///
/// Calls go to the trunk, else to the application, else to the URL; setting a trunk deletes the application and the
/// other way round. So whichever of the two is wanted is written last and alone.
/// Source: Twilio "IncomingPhoneNumber resource".
final class TwilioNumberFields {
    static final String NULL = "null";
    static final String TRUNK = "trunk_sid";
    static final String APPLICATION = "voice_application_sid";

    /// In the order of the carrier's page.
    private static final List<String> NAMES = List.of(
            "voice_receive_mode",
            "voice_url",
            "voice_method",
            "voice_fallback_url",
            "voice_fallback_method",
            "voice_caller_id_lookup",
            "status_callback",
            "status_callback_method",
            APPLICATION,
            TRUNK,
            "sms_url",
            "sms_method",
            "sms_fallback_url",
            "sms_fallback_method",
            "sms_application_sid");

    private TwilioNumberFields() {}

    /// Compact JSON by field; what is not set is `null`, whether the carrier says `""` or `null`.
    static Map<String, String> read(JsonNode number) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            JsonNode value = number.path(name);
            boolean unset =
                    value.isMissingNode() || value.isNull() || value.asText().isEmpty();
            fields.put(name, unset ? NULL : value.toString());
        }
        return fields;
    }

    /// The requests that write `fields`, in order; none for no fields.
    ///
    /// @throws IllegalArgumentException a name or value that [#read] would not say
    static List<Map<String, String>> requests(Map<String, String> fields) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> last = new LinkedHashMap<>();
        fields.forEach((name, json) -> {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("Not a routing field of a Twilio number: " + name);
            }
            boolean exclusive = name.equals(TRUNK) || name.equals(APPLICATION);
            (exclusive && !json.equals(NULL) ? last : first).put(parameter(name), value(json));
        });
        return List.of(first, last).stream().filter(form -> !form.isEmpty()).toList();
    }

    /// `voice_url` becomes `VoiceUrl`.
    private static String parameter(String field) {
        StringBuilder name = new StringBuilder();
        for (String word : field.split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    /// An empty value clears.
    private static String value(String json) {
        if (json.equals(NULL)) {
            return "";
        }
        if (json.equals("true") || json.equals("false")) {
            return json;
        }
        return TwilioJson.text(json);
    }

    static String json(String text) {
        return TextNode.valueOf(text).toString();
    }
}
