package dev.pickup.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Which events a rule is for: those whose source and detail type are named. An empty set means any, as an absent field
/// of an EventBridge pattern does.
public record EventPattern(Set<String> sources, Set<String> detailTypes) {
    public EventPattern {
        sources = Set.copyOf(sources);
        detailTypes = Set.copyOf(detailTypes);
    }

    boolean matches(JsonNode envelope) {
        return holds(sources, envelope.path("source")) && holds(detailTypes, envelope.path("detail-type"));
    }

    private static boolean holds(Set<String> allowed, JsonNode field) {
        return allowed.isEmpty() || allowed.contains(field.asText());
    }
}
