package dev.pickup.local.bus;

import dev.pickup.local.lambda.LocalFunction;
import java.util.Map;

/// Events of this pattern go to this function.
///
/// @param name     of its own on the bus; also names its files
/// @param function takes the event as EventBridge delivers it, see [EventEnvelope]
public record BusRule(String name, EventPattern pattern, LocalFunction<Map<String, Object>, ?> function) {
    public BusRule {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("A rule's name is of lower-case letters, digits and hyphens.");
        }
    }
}
