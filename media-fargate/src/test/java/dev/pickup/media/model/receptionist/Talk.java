package dev.pickup.media.model.receptionist;

import dev.pickup.media.replying.LanguageModel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A conversation as the media task keeps it, with tools that answer what the test says.
final class Talk {
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Map<String, Object>> toolResults;
    private final List<Answer.Tool> called = new ArrayList<>();

    /// @param toolResults tool, or tool and time (`check_availability 15:00`) → its result
    Talk(Map<String, Map<String, Object>> toolResults) {
        this.toolResults = toolResults;
    }

    /// Says `words` and returns all that the receptionist answers, tools carried out.
    String say(String words) {
        messages.add(new Message.Caller(words));
        return answer();
    }

    String press(String digits) {
        messages.add(new Message.Digits(digits));
        return answer();
    }

    List<Answer.Tool> called() {
        return called;
    }

    private String answer() {
        StringBuilder heard = new StringBuilder();
        for (int round = 0; round < 4; round++) {
            Answer answer = Clinic.answer(messages);
            heard.append(heard.isEmpty() || answer.text().isEmpty() ? "" : " ").append(answer.text());
            if (!answer.text().isEmpty()) {
                messages.add(new Message.Agent(answer.text()));
            }
            if (answer.tool().isEmpty()) {
                return heard.toString();
            }
            Answer.Tool tool = answer.tool().get();
            called.add(tool);
            messages.add(new Message.ToolCall("t" + called.size(), tool.name(), tool.arguments()));
            messages.add(new Message.ToolResult("t" + called.size(), tool.name(), result(tool)));
        }
        throw new AssertionError("The receptionist calls tools for ever: " + called);
    }

    private Map<String, Object> result(Answer.Tool tool) {
        String withTime = tool.name() + " " + tool.arguments().getOrDefault("time", "");
        return toolResults.getOrDefault(withTime, toolResults.getOrDefault(tool.name(), Map.of()));
    }
}
