package dev.pickup.core.call;

import java.util.Map;

/// A tool that ran during a call. Times are ms since the call was answered.
///
/// @param outcome `ok`, `refused`, `failed`, `timed-out`
public record ToolInvocation(
        String id,
        String name,
        Map<String, Object> arguments,
        Map<String, Object> result,
        String outcome,
        long startMs,
        long durationMs) {
    public ToolInvocation {
        arguments = Map.copyOf(arguments);
        result = Map.copyOf(result);
    }
}
