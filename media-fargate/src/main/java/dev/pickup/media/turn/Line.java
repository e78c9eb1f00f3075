package dev.pickup.media.turn;

import java.util.Map;

/// One entry of the agent's memory of the conversation, oldest first.
public sealed interface Line {
    record Caller(String text) implements Line {}

    /// Only what the caller heard; of a reply that is being spoken still, all of it.
    record Agent(String text) implements Line {}

    record ToolCall(String id, String name, Map<String, Object> arguments) implements Line {
        public ToolCall {
            arguments = Map.copyOf(arguments);
        }
    }

    record ToolResult(String id, String name, Map<String, Object> result) implements Line {
        public ToolResult {
            result = Map.copyOf(result);
        }
    }

    record Digits(String digits) implements Line {}
}
