package dev.pickup.local.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Holds a JSON value against a schema. Any thread.
@FunctionalInterface
public interface JsonCheck {
    /// All that is wrong, each with a pointer from the value's root; `in` is `body`.
    List<Problem> problems(JsonNode value);

    /// Everything will do.
    static JsonCheck anything() {
        return value -> List.of();
    }
}
