package dev.pickup.simulators.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What Bedrock refuses with `ValidationException`. Source: Amazon Bedrock API reference, "ConverseStream", "Message",
/// "ToolConfiguration", "GuardrailStreamConfiguration", and the service's messages, read 2026-11.
final class ConverseRules {
    private ConverseRules() {}

    /// Why the request is refused; empty when it is well formed.
    static Optional<String> complaint(JsonNode request) {
        return conversation(request.path("messages"))
                .or(() -> tools(request))
                .or(() -> system(request.path("system")))
                .or(() -> settings(request));
    }

    private static Optional<String> conversation(JsonNode messages) {
        if (messages.isEmpty() || !messages.path(0).path("role").asText().equals("user")) {
            return Optional.of("A conversation must start with a user message.");
        }
        String role = "";
        Set<String> owed = new HashSet<>();
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals(role)) {
                return Optional.of("A conversation must alternate between user and assistant roles.");
            }
            role = message.path("role").asText();
            Optional<String> wrong = content(message, owed);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return role.equals("user") && owed.isEmpty()
                ? Optional.empty()
                : Optional.of("Expected toolResult blocks, or a user message at the end.");
    }

    private static Optional<String> content(JsonNode message, Set<String> owed) {
        if (message.path("content").isEmpty()) {
            return Optional.of("The content field in the Message object is empty.");
        }
        Set<String> before = Set.copyOf(owed);
        owed.clear();
        Set<String> results = new HashSet<>();
        for (JsonNode block : message.path("content")) {
            if (block.has("text") && block.path("text").asText().isBlank()) {
                return Optional.of("The text field in the ContentBlock object is blank.");
            }
            if (block.has("toolUse")) {
                owed.add(block.at("/toolUse/toolUseId").asText());
            }
            if (block.has("toolResult")) {
                results.add(block.at("/toolResult/toolUseId").asText());
            }
        }
        return results.equals(before)
                ? Optional.empty()
                : Optional.of("toolUse ids were found without toolResult blocks immediately after, or the reverse.");
    }

    private static Optional<String> tools(JsonNode request) {
        boolean used = request.path("messages").toString().contains("\"toolUse\"");
        if (used && !request.has("toolConfig")) {
            return Optional.of(
                    "The toolConfig field must be defined when using toolUse and toolResult content blocks.");
        }
        for (JsonNode tool : request.at("/toolConfig/tools")) {
            boolean named = tool.at("/toolSpec/name").asText().matches("[a-zA-Z0-9_-]{1,64}");
            if (!named || !tool.at("/toolSpec/inputSchema/json/type").asText().equals("object")) {
                return Optional.of("The tool specification is invalid.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> system(JsonNode system) {
        for (JsonNode block : system) {
            boolean text = block.has("text") && !block.path("text").asText().isBlank();
            boolean point = block.at("/cachePoint/type").asText().equals("default");
            if (!text && !point) {
                return Optional.of("The system field holds a block that is neither text nor a cache point.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> settings(JsonNode request) {
        JsonNode guardrail = request.path("guardrailConfig");
        double temperature = request.at("/inferenceConfig/temperature").asDouble(0);
        if (!guardrail.isMissingNode()
                && (!guardrail.path("guardrailIdentifier").isTextual()
                        || !guardrail.path("guardrailVersion").isTextual())) {
            return Optional.of("A guardrail has an identifier and a version.");
        }
        if (request.at("/inferenceConfig/maxTokens").asInt(1) < 1 || temperature < 0 || temperature > 1) {
            return Optional.of("The inference configuration is out of range.");
        }
        return Optional.empty();
    }
}
