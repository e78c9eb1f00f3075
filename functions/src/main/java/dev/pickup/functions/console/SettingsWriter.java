package dev.pickup.functions.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ApiJson;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An agent's settings → JSON, as `AgentSettings` in `openapi.yaml`. [SettingsReader] is the way back.
final class SettingsWriter {
    private SettingsWriter() {}

    static ObjectNode write(AgentSettings settings) {
        ObjectNode json = ApiJson.MAPPER.createObjectNode();
        json.put("name", settings.name());
        json.put("business", settings.business());
        json.put("systemPrompt", settings.systemPrompt());
        json.put("greeting", settings.greeting());
        json.put("disclosure", settings.disclosure());
        json.put("language", settings.language());
        json.put("voice", settings.voice());
        json.put("model", settings.model());
        json.put("temperature", settings.temperature());
        json.set("tools", tree(new TreeMap<>(settings.tools())));
        json.set("facts", tree(new TreeMap<>(settings.facts())));
        json.set("hours", hours(settings.hours()));
        json.put("timeZone", settings.timeZone().getId());
        json.put("recording", settings.recording());
        json.set("vocabulary", tree(settings.vocabulary()));
        json.set("pronunciations", tree(new TreeMap<>(settings.pronunciations())));
        json.set("limits", limits(settings.limits()));
        @Nullable
        String fallback = settings.fallbackNumber().map(PhoneNumber::e164).orElse(null);
        json.put("fallbackNumber", fallback);
        json.put("enabled", settings.enabled());
        json.set("otherLanguages", tree(settings.engines().otherLanguages()));
        json.put("redactPii", settings.engines().redactPii());
        @Nullable Integer hedgePercent = settings.engines().hedgePercent().orElse(null);
        json.put("hedgePercent", hedgePercent);
        json.put("zeroToPerson", settings.zeroToPerson());
        return json;
    }

    /// What may be left out when settings are replaced.
    static ObjectNode defaults() {
        ObjectNode json = ApiJson.MAPPER.createObjectNode();
        json.put("disclosure", "")
                .put("voice", "")
                .put("model", "")
                .put("recording", false)
                .put("enabled", true)
                .put("redactPii", false)
                .put("zeroToPerson", false);
        json.putObject("tools");
        json.putObject("facts");
        json.putArray("vocabulary");
        json.putObject("pronunciations");
        json.putNull("fallbackNumber");
        json.putArray("otherLanguages");
        json.putNull("hedgePercent");
        return json;
    }

    private static ObjectNode hours(Map<DayOfWeek, List<Opening>> hours) {
        ObjectNode json = ApiJson.MAPPER.createObjectNode();
        new TreeMap<>(hours).forEach((day, openings) -> {
            ArrayNode list = json.putArray(day.name().toLowerCase(Locale.ROOT));
            openings.forEach(opening -> list.addObject()
                    .put("from", opening.from().toString())
                    .put("to", opening.to().toString()));
        });
        return json;
    }

    private static ObjectNode limits(AgentSettings.Limits limits) {
        return ApiJson.MAPPER
                .createObjectNode()
                .put("silencePromptSeconds", limits.silencePrompt().toSeconds())
                .put("silenceGoodbyeSeconds", limits.silenceGoodbye().toSeconds())
                .put("maxDurationSeconds", limits.maxDuration().toSeconds());
    }

    private static JsonNode tree(Object value) {
        return ApiJson.MAPPER.valueToTree(value);
    }
}
