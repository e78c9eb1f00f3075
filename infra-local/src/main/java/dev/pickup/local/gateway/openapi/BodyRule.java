package dev.pickup.local.gateway.openapi;

import java.util.Map;

/// What a request body must be.
///
/// @param checks by media type
public record BodyRule(boolean required, Map<String, JsonCheck> checks) {
    public BodyRule {
        checks = Map.copyOf(checks);
    }
}
