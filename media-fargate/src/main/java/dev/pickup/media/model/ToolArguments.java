package dev.pickup.media.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The arguments of a tool call as models write them: a JSON object in text, or nothing at all. Pure; any thread.
public final class ToolArguments {
    /// As much as one tool call may hold; a model that writes more does not stop by itself. Chosen.
    public static final int MOST_CHARACTERS = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private ToolArguments() {}

    /// What a model sets to null it leaves out: tools know no nulls.
    ///
    /// @throws ModelUnavailableException it is no JSON object
    public static Map<String, Object> read(String json) {
        if (json.isBlank()) {
            return Map.of();
        }
        return object(json)
                .orElseThrow(() -> new ModelUnavailableException("The model wrote tool arguments that are not JSON."));
    }

    private static Optional<Map<String, Object>> object(String json) {
        try {
            Optional<Map<String, Object>> arguments = Optional.ofNullable(JSON.readValue(json, OBJECT));
            arguments.ifPresent(all -> all.values().removeIf(Objects::isNull));
            return arguments;
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
