package dev.pickup.media.replying;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.Tool;
import dev.pickup.core.agent.ToolCatalog;
import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import dev.pickup.media.turn.Line;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes the model's request of an agent's settings and what was said so far. Immutable; any thread.
public final class Prompting {
    /// How one talks on a phone; the same for every agent.
    private static final String MANNER = """
            You are on the phone: what you write is spoken aloud. Use short, plain sentences and no lists, markup or \
            emoji. Answer first, in one or two sentences; ask at most one question at a time. If you did not \
            understand, say so and ask again. Never invent facts, prices or free times: use the facts below and your \
            tools, or offer to take a message. Repeat names, numbers and times back before you act on them.""";

    private static final double PERCENT = 100;

    private final AgentSettings agent;
    private final AgentBrief brief;
    private final List<ToolDefinition> tools;

    public Prompting(AgentSettings agent) {
        this.agent = agent;
        this.brief = new AgentBrief(
                agent.systemPrompt() + "\n\n" + MANNER,
                agent.business(),
                agent.facts(),
                Arrays.stream(DayOfWeek.values()).map(this::hoursOf).toList(),
                agent.language(),
                agent.model(),
                agent.engines().hedgePercent().map(percent -> percent / PERCENT));
        this.tools = ToolCatalog.ALL.stream()
                .filter(tool -> agent.tools().containsKey(tool.name()) || tool.equals(ToolCatalog.END_CALL))
                .map(Prompting::definition)
                .toList();
    }

    /// The request for the next reply.
    ///
    /// @param language to answer in; empty: the agent's own
    /// @param silence  how long the caller has heard nothing
    public Request request(List<Line> lines, Optional<String> language, Instant now, Duration silence) {
        String local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                now.atZone(agent.timeZone()).truncatedTo(ChronoUnit.SECONDS));
        boolean speaksOne = agent.engines().otherLanguages().isEmpty();
        return new Request(
                brief,
                lines.stream().map(Prompting::message).toList(),
                tools,
                agent.temperature(),
                local,
                speaksOne ? Optional.empty() : language.or(() -> Optional.of(agent.language())),
                silence);
    }

    private static Message message(Line line) {
        return switch (line) {
            case Line.Caller(String text) -> new Message.Caller(text);
            case Line.Agent(String text) -> new Message.Agent(text);
            case Line.ToolCall call -> new Message.ToolCall(call.id(), call.name(), call.arguments());
            case Line.ToolResult result -> new Message.ToolResult(result.id(), result.name(), result.result());
            case Line.Digits(String digits) -> new Message.Digits(digits);
        };
    }

    private static ToolDefinition definition(Tool tool) {
        return new ToolDefinition(tool.name(), tool.description(), tool.parametersSchema());
    }

    private String hoursOf(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        List<AgentSettings.Opening> openings = agent.hours().getOrDefault(day, List.of());
        return name + " "
                + (openings.isEmpty()
                        ? "closed"
                        : openings.stream().map(o -> o.from() + "-" + o.to()).collect(Collectors.joining(", ")));
    }
}
