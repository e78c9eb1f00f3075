package dev.pickup.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the endpoint refuses with `invalid_request_error`. Source: OpenAI API reference, "Create chat completion", and
/// the service's messages, read 2026-11.
final class ChatRules {
    private ChatRules() {}

    /// Why the request is refused; empty when it is well formed.
    static Optional<String> complaint(JsonNode request) {
        if (!request.path("stream").asBoolean()) {
            return Optional.of("Only streaming is simulated.");
        }
        double temperature = request.path("temperature").asDouble(1);
        if (temperature < 0 || temperature > 2) {
            return Optional.of("Invalid 'temperature': expected a value between 0 and 2.");
        }
        return conversation(request.path("messages")).or(() -> tools(request.path("tools")));
    }

    private static Optional<String> conversation(JsonNode messages) {
        if (messages.isEmpty()) {
            return Optional.of("Invalid 'messages': empty array.");
        }
        Set<String> owed = new HashSet<>();
        for (JsonNode message : messages) {
            String role = message.path("role").asText();
            if (role.equals("tool")) {
                if (!owed.remove(message.path("tool_call_id").asText())) {
                    return Optional.of("messages with role 'tool' must be a response to a preceding message with"
                            + " 'tool_calls'.");
                }
                continue;
            }
            if (!owed.isEmpty()) {
                return Optional.of("An assistant message with 'tool_calls' must be followed by tool messages responding"
                        + " to each 'tool_call_id'.");
            }
            if (!Set.of("system", "developer", "user", "assistant").contains(role)) {
                return Optional.of("Invalid value: '" + role + "'.");
            }
            message.path("tool_calls").forEach(call -> owed.add(call.path("id").asText()));
            if (!message.path("content").isTextual() && owed.isEmpty()) {
                return Optional.of("Invalid value for 'content': expected a string, got null.");
            }
        }
        return owed.isEmpty() ? Optional.empty() : Optional.of("Tool calls without their results.");
    }

    private static Optional<String> tools(JsonNode tools) {
        for (JsonNode tool : tools) {
            boolean named = tool.at("/function/name").asText().matches("[a-zA-Z0-9_-]{1,64}");
            if (!named || !tool.at("/function/parameters/type").asText().equals("object")) {
                return Optional.of("Invalid schema for a function.");
            }
        }
        return Optional.empty();
    }
}
