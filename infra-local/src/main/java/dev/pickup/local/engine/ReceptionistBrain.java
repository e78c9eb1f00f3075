package dev.pickup.local.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.media.model.receptionist.OfflineReceptionist;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import dev.pickup.simulators.bedrock.Brain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the simulated Bedrock says locally: the rule-based receptionist, fed with nothing but the request on the wire.
/// No model thinks here.
public final class ReceptionistBrain implements Brain {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final String PRESSED = "(The caller pressed ";
    private static final String CONNECTED = "(The caller is connected.)";
    private static final String BROKE_OFF = "(The line broke off there.";

    private final OfflineReceptionist receptionist = new OfflineReceptionist(Duration.ZERO);

    @Override
    public List<Part> answer(JsonNode request) {
        List<String> words = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<Part> tools = new ArrayList<>();
        receptionist.reply(read(request), event -> {
            switch (event) {
                case Event.Token(String text) -> words.add(text);
                case Event.ToolRequested(String id, String name, Map<String, Object> arguments) ->
                    tools.add(new Part.ToolUse(id, name, JSON.convertValue(arguments, ObjectNode.class)));
                case Event.ServedBy _, Event.Completed _ -> {}
            }
        });
        if (!words.isEmpty()) {
            parts.add(new Part.Text(words));
        }
        parts.addAll(tools);
        return parts;
    }

    private static Request read(JsonNode request) {
        StringBuilder system = new StringBuilder();
        request.path("system").forEach(block -> system.append(block.path("text").asText("")));
        WrittenBrief brief = WrittenBrief.read(system.toString());
        List<ToolDefinition> tools = new ArrayList<>();
        request.at("/toolConfig/tools")
                .forEach(tool -> tools.add(new ToolDefinition(
                        tool.at("/toolSpec/name").asText(),
                        tool.at("/toolSpec/description").asText(),
                        tool.at("/toolSpec/inputSchema/json").toString())));
        return new Request(brief.brief(), messages(request.path("messages")), tools, 0, brief.now(), brief.answerIn());
    }

    private static List<Message> messages(JsonNode wire) {
        List<Message> messages = new ArrayList<>();
        Map<String, String> toolNames = new HashMap<>();
        for (JsonNode message : wire) {
            boolean user = message.path("role").asText().equals("user");
            for (JsonNode block : message.path("content")) {
                if (block.has("text")) {
                    text(user, block.path("text").asText(), messages);
                } else if (block.has("toolUse")) {
                    String id = block.at("/toolUse/toolUseId").asText();
                    toolNames.put(id, block.at("/toolUse/name").asText());
                    messages.add(
                            new Message.ToolCall(id, toolNames.getOrDefault(id, ""), map(block.at("/toolUse/input"))));
                } else {
                    String id = block.at("/toolResult/toolUseId").asText();
                    messages.add(new Message.ToolResult(
                            id, toolNames.getOrDefault(id, ""), map(block.at("/toolResult/content/0/json"))));
                }
            }
        }
        return messages;
    }

    private static void text(boolean user, String text, List<Message> messages) {
        if (!user) {
            messages.add(new Message.Agent(text));
        } else if (text.startsWith(PRESSED)) {
            messages.add(new Message.Digits(text.substring(PRESSED.length()).replaceAll("[^0-9*#]", "")));
        } else if (!text.equals(CONNECTED) && !text.startsWith(BROKE_OFF)) {
            messages.add(new Message.Caller(text));
        }
    }

    private static Map<String, Object> map(JsonNode json) {
        return json.isObject() ? JSON.convertValue(json, MAP) : Map.of();
    }
}
