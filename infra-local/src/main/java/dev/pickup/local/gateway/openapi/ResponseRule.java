package dev.pickup.local.gateway.openapi;

import java.util.Map;

/// What a response must be.
///
/// @param checks by media type; none: it has no body
public record ResponseRule(Map<String, JsonCheck> checks) {
    public ResponseRule {
        checks = Map.copyOf(checks);
    }
}
