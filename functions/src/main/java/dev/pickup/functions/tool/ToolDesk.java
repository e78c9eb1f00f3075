package dev.pickup.functions.tool;

import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.agent.Tool;
import dev.pickup.core.agent.Tool.RunsIn;
import dev.pickup.core.agent.ToolAnswer;
import dev.pickup.core.agent.ToolAnswer.Outcome;
import dev.pickup.core.agent.ToolAnswerStore;
import dev.pickup.core.agent.ToolCatalog;
import dev.pickup.core.appointment.AppointmentStore;
import dev.pickup.core.message.CallerMessageStore;
import dev.pickup.core.state.DynamoDbAppointmentStore;
import dev.pickup.core.state.DynamoDbCallerMessageStore;
import dev.pickup.core.state.DynamoDbToolAnswerStore;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a tool once for each invocation id, on the settings of the agent's version that the call runs on. Any
/// thread.
public final class ToolDesk {
    private final AgentStore agents;
    private final ToolAnswerStore answers;
    private final CalendarTools calendar;
    private final MessageTool messages;

    public ToolDesk(
            AgentStore agents, ToolAnswerStore answers, AppointmentStore appointments, CallerMessageStore messages) {
        this.agents = agents;
        this.answers = answers;
        this.calendar = new CalendarTools(appointments);
        this.messages = new MessageTool(messages);
    }

    static ToolDesk of(FunctionsWiring wiring) {
        return new ToolDesk(
                wiring.agents(),
                new DynamoDbToolAnswerStore(wiring.database()),
                new DynamoDbAppointmentStore(wiring.database()),
                new DynamoDbCallerMessageStore(wiring.database()));
    }

    /// Repeat: harmless; the first answer comes again. A crash between a tool's effect and the keeping of its answer is
    /// mended by the repeat: every effect is itself tied to the invocation.
    ToolAnswer run(ToolRequest request, Instant now) {
        Optional<ToolAnswer> before = answers.find(request.invocation(), now);
        return before.orElseGet(() -> answers.keep(request.invocation(), answer(request, now), now));
    }

    private ToolAnswer answer(ToolRequest request, Instant now) {
        Optional<Agent> agent = agents.find(request.account(), request.agent(), request.agentVersion());
        Optional<Tool> tool = ToolCatalog.find(request.tool()).filter(found -> found.runsIn() == RunsIn.FUNCTION);
        if (agent.isEmpty() || tool.isEmpty() || !agent.get().settings().tools().containsKey(request.tool())) {
            return refused("tool-not-allowed", "You cannot do that here. Offer what else you can do.");
        }
        List<String> violations = tool.get().violations(request.arguments());
        if (!violations.isEmpty()) {
            return refused("arguments-invalid", String.join(" ", violations));
        }
        return switch (tool.get().name()) {
            case "check_availability" -> calendar.check(request, agent.get(), now);
            case "book_appointment" -> calendar.book(request, agent.get(), now);
            case "take_message" -> messages.take(request, now);
            default -> throw new IllegalStateException("A tool of the catalog that nobody runs: " + request.tool());
        };
    }

    private static ToolAnswer refused(String error, String say) {
        return new ToolAnswer(Outcome.REFUSED, Map.of("error", error, "say", say));
    }
}
