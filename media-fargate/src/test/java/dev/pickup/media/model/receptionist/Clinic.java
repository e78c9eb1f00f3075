package dev.pickup.media.model.receptionist;

import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A clinic whose receptionist is asked, on Monday, 2026-11-23 at 10:15.
final class Clinic {
    static final List<String> HOURS = List.of(
            "Monday 08:30-12:30, 13:30-17:30",
            "Tuesday 08:30-12:30, 13:30-17:30",
            "Wednesday 08:30-12:30, 13:30-17:30",
            "Thursday 08:30-12:30, 13:30-17:30",
            "Friday 08:30-12:30, 13:30-16:00",
            "Saturday closed",
            "Sunday closed");

    private static final AgentBrief BRIEF = new AgentBrief(
            "You are the front desk.",
            "Alder Dental Clinic",
            Map.of(
                    "address", "12 Alder Street, across from the public library",
                    "parking", "free parking behind the building, entrance on Maple Lane",
                    "services", "check-ups, cleanings, fillings, crowns, whitening and emergency visits",
                    "insurance", "we work with most dental plans; please bring your card",
                    "newPatients", "new patients are welcome; please come ten minutes early"),
            HOURS,
            "en-US",
            "");

    private static final List<ToolDefinition> TOOLS = Stream.of(
                    "check_availability", "book_appointment", "take_message", "end_call")
            .map(name -> new ToolDefinition(name, "", "{}"))
            .toList();

    private Clinic() {}

    static Request request(List<Message> messages) {
        return new Request(BRIEF, messages, TOOLS, 0.5, "2026-11-23T10:15:00-05:00");
    }

    static Answer answer(List<Message> messages) {
        return new Receptionist(request(messages)).answer();
    }

    /// The words, and in brackets the tool with its arguments.
    static String text(Answer answer) {
        return answer.text()
                + answer.tool()
                        .map(tool -> " [" + tool.name() + " " + new TreeMap<>(tool.arguments()) + "]")
                        .orElse("");
    }
}
