package dev.pickup.functions.tool;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.pickup.core.agent.ToolAnswer;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Clock;
import java.util.Map;

/// Lambda entry of the tools, invoked by the media task. Answers `{outcome, result}`; a fault ends in an exception,
/// after which the same request may be sent again.
public final class ToolHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final ToolDesk desk;
    private final Clock clock;

    public ToolHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public ToolHandler(FunctionsWiring wiring) {
        this(ToolDesk.of(wiring), wiring.clock());
    }

    ToolHandler(ToolDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        ToolAnswer answer = desk.run(ToolRequest.of(event), clock.instant());
        return Map.of("outcome", answer.outcome().wireName(), "result", answer.result());
    }
}
