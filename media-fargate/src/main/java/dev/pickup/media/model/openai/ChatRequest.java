package dev.pickup.media.model.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.media.model.Instructions;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a request as the protocol wants it.
final class ChatRequest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChatRequest() {}

    static String json(Request request, String model) {
        ObjectNode body = JSON.createObjectNode()
                .put("model", model)
                .put("stream", true)
                .put("temperature", request.temperature());
        body.putObject("stream_options").put("include_usage", true);
        ArrayNode messages = body.putArray("messages");
        messages.addObject()
                .put("role", "system")
                .put("content", Instructions.lasting(request.agent()) + Instructions.momentary(request));
        addMessages(request.messages(), messages);
        if (last(messages).path("role").asText().equals("assistant")) {
            add(messages, "user", Instructions.BROKE_OFF);
        }
        if (!request.tools().isEmpty()) {
            ArrayNode tools = body.putArray("tools");
            request.tools().forEach(tool -> tools.add(tool(tool)));
        }
        return body.toString();
    }

    private static void addMessages(List<Message> conversation, ArrayNode messages) {
        Set<String> answered = conversation.stream()
                .filter(Message.ToolResult.class::isInstance)
                .map(result -> ((Message.ToolResult) result).id())
                .collect(Collectors.toUnmodifiableSet());
        for (Message each : conversation) {
            switch (each) {
                case Message.Caller(String text) -> add(messages, "user", text);
                case Message.Agent(String text) -> add(messages, "assistant", text);
                case Message.Digits(String digits) -> add(messages, "user", Instructions.pressed(digits));
                case Message.ToolCall call -> {
                    // The protocol refuses a call without its result: one that was cut off by the caller is left out.
                    if (answered.contains(call.id())) {
                        callsOfLast(messages).add(toolCall(call));
                    }
                }
                case Message.ToolResult(String id, String _, Map<String, Object> result) ->
                    messages.addObject()
                            .put("role", "tool")
                            .put("tool_call_id", id)
                            .put("content", JSON.valueToTree(result).toString());
            }
        }
    }

    private static void add(ArrayNode messages, String role, String text) {
        messages.addObject().put("role", role).put("content", text);
    }

    /// Calls in a row belong to one message.
    private static ArrayNode callsOfLast(ArrayNode messages) {
        if (last(messages) instanceof ObjectNode assistant
                && assistant.path("role").asText().equals("assistant")) {
            return assistant.withArray("tool_calls");
        }
        return messages.addObject().put("role", "assistant").putNull("content").putArray("tool_calls");
    }

    private static JsonNode last(ArrayNode messages) {
        return messages.path(messages.size() - 1);
    }

    private static ObjectNode toolCall(Message.ToolCall call) {
        ObjectNode json = JSON.createObjectNode().put("id", call.id()).put("type", "function");
        json.putObject("function")
                .put("name", call.name())
                .put("arguments", JSON.valueToTree(call.arguments()).toString());
        return json;
    }

    private static ObjectNode tool(ToolDefinition tool) {
        ObjectNode json = JSON.createObjectNode().put("type", "function");
        json.putObject("function")
                .put("name", tool.name())
                .put("description", tool.description())
                .set("parameters", schema(tool));
        return json;
    }

    private static JsonNode schema(ToolDefinition tool) {
        try {
            return JSON.readTree(tool.parametersSchema());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The schema of tool " + tool.name() + " is not JSON.", e);
        }
    }
}
