package dev.pickup.functions.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallDetail;
import dev.pickup.core.call.ToolInvocation;
import dev.pickup.core.call.Turn;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.events.journal.JournalEntry.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls as JSON.
final class CallViews {
    private CallViews() {}

    static Header header(Call call) {
        Optional<Answering.ByAgent> agent =
                call.answering() instanceof Answering.ByAgent byAgent ? Optional.of(byAgent) : Optional.empty();
        return new Header(
                call.id().value(),
                call.state().name(),
                call.result().map(result -> result.outcome().wireName()),
                call.result().map(result -> result.transcript().wireName()),
                call.caller().map(PhoneNumber::e164),
                call.called().e164(),
                agent.map(Answering.ByAgent::agent).map(AgentId::value),
                agent.map(Answering.ByAgent::version),
                call.startedAt(),
                call.closing().carrierEndedAt(),
                call.duration().map(Duration::toMillis),
                call.closing().recording());
    }

    static Object detail(CallDetail detail, Optional<UsageRecord> charge) {
        return new Detail(
                header(detail.call()),
                detail.turns().stream().map(CallViews::turn).toList(),
                detail.tools().stream().map(CallViews::tool).toList(),
                Optional.empty(),
                charge.map(UsageRecord::cost),
                charge.map(UsageRecord::id).map(UsageRecordId::value));
    }

    private static TurnView turn(Turn turn) {
        return new TurnView(
                turn.role().name(), turn.text(), turn.unheard(), turn.startMs(), turn.endMs(), turn.latency());
    }

    private static ToolView tool(ToolInvocation tool) {
        return new ToolView(
                tool.name(), tool.arguments(), tool.result(), tool.outcome(), tool.startMs(), tool.durationMs());
    }

    record Header(
            String callId,
            String status,
            Optional<String> outcome,
            Optional<String> transcript,
            Optional<String> from,
            String to,
            Optional<String> agentId,
            Optional<Integer> agentVersion,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<Long> durationMs,
            Optional<String> recording) {}

    private record Detail(
            @JsonUnwrapped Header header,
            List<TurnView> turns,
            List<ToolView> tools,
            Optional<String> handoff,
            Optional<Cost> cost,
            Optional<String> usageRecordId) {}

    private record TurnView(
            String role, String text, String unheard, long startMs, long endMs, Optional<Latency> latencyMs) {}

    private record ToolView(
            String name,
            Map<String, Object> arguments,
            Map<String, Object> result,
            String outcome,
            long startMs,
            long durationMs) {}
}
