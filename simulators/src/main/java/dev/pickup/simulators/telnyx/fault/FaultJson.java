package dev.pickup.simulators.telnyx.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The JSON form of a fault script. The names come from the records, so a new fault has a JSON form at once.
final class FaultJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final Map<String, Class<? extends Fault>> KINDS = kinds();

    private FaultJson() {}

    static FaultScript read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("Faults are a JSON object whose names are those of the faults.");
        }
        List<Fault> faults = new ArrayList<>();
        json.properties().forEach(entry -> {
            Class<? extends Fault> kind = kind(entry.getKey());
            JsonNode value = entry.getValue();
            Iterable<JsonNode> each = value.isArray() ? value : List.of(value);
            each.forEach(one -> faults.add(one(entry.getKey(), kind, one)));
        });
        return new FaultScript(faults);
    }

    private static Class<? extends Fault> kind(String name) {
        Class<? extends Fault> kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("There is no fault '" + name + "'; there are " + KINDS.keySet() + ".");
        }
        return kind;
    }

    private static Fault one(String name, Class<? extends Fault> kind, JsonNode value) {
        boolean bare = value.isBoolean() && value.booleanValue();
        if (!bare && !value.isObject()) {
            throw new IllegalArgumentException("The fault '" + name + "' takes an object with its values, or true.");
        }
        try {
            return JSON.treeToValue(bare ? JSON.createObjectNode() : value, kind);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            String reason = cause instanceof JsonProcessingException j ? j.getOriginalMessage() : cause.getMessage();
            throw new IllegalArgumentException("The fault '" + name + "' is not understood: " + reason, e);
        }
    }

    private static Map<String, Class<? extends Fault>> kinds() {
        Map<String, Class<? extends Fault>> kinds = new TreeMap<>();
        records(Fault.class).forEach(kind -> {
            String name = kind.getSimpleName();
            kinds.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), kind);
        });
        return kinds;
    }

    private static Stream<Class<? extends Fault>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.asSubclass(Fault.class))
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultJson::records);
    }
}
