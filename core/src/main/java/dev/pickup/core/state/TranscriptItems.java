package dev.pickup.core.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.ToolInvocation;
import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry.Latency;
import dev.pickup.events.journal.JournalEntry.Measure;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.ToolInvoked;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalEntry.UsageMeasured;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns, tools and measures as items beside their call's header. What we never look into is kept as JSON.
final class TranscriptItems {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TranscriptItems() {}

    static Attributes turn(CallId call, TurnTaken turn) {
        return Attributes.of(Keys.call(call), Keys.turn(turn.turn()))
                .number("turn", turn.turn())
                .text("role", turn.role().name())
                .text("text", turn.text())
                .text("unheard", turn.unheard())
                .number("startMs", turn.startMs())
                .number("endMs", turn.endMs())
                .text("latency", Optional.ofNullable(turn.latencyMs()).map(TranscriptItems::write));
    }

    static Turn turn(Item item) {
        return new Turn(
                item.integer("turn"),
                item.parsed("role", Role::valueOf),
                item.text("text"),
                item.text("unheard"),
                item.number("startMs"),
                item.number("endMs"),
                item.optionalParsed("latency", text -> read(text, new TypeReference<Latency>() {})));
    }

    static Attributes tool(CallId call, ToolInvoked tool) {
        return Attributes.of(Keys.call(call), Keys.tool(tool.startMs(), tool.invocationId()))
                .text("invocationId", tool.invocationId())
                .text("name", tool.name())
                .text("arguments", write(tool.arguments()))
                .text("result", write(tool.result()))
                .text("outcome", tool.outcome())
                .number("startMs", tool.startMs())
                .number("durationMs", tool.durationMs());
    }

    static ToolInvocation tool(Item item) {
        TypeReference<Map<String, Object>> object = new TypeReference<>() {};
        return new ToolInvocation(
                item.text("invocationId"),
                item.text("name"),
                item.parsed("arguments", text -> read(text, object)),
                item.parsed("result", text -> read(text, object)),
                item.text("outcome"),
                item.number("startMs"),
                item.number("durationMs"));
    }

    static Attributes measures(CallId call, int epoch, UsageMeasured measured) {
        return Attributes.of(Keys.call(call), Keys.measures(epoch))
                .items(
                        "measures",
                        measured.measures().stream()
                                .map(TranscriptItems::measure)
                                .toList());
    }

    static List<Measure> measures(Item item) {
        return item.items("measures").stream()
                .map(m -> new Measure(m.text("part"), m.text("provider"), m.number("units"), m.text("unit")))
                .toList();
    }

    private static Attributes measure(Measure measure) {
        return Attributes.nested()
                .text("part", measure.part())
                .text("provider", measure.provider())
                .number("units", measure.units())
                .text("unit", measure.unit());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON can be written as JSON", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            e.clearLocation(); // the location would print the text itself
            throw new IllegalArgumentException("not what we write", e);
        }
    }
}
