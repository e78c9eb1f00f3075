package dev.pickup.functions.console;

import static dev.pickup.functions.runtime.api.ApiRoutes.Route.read;
import static dev.pickup.functions.runtime.api.ApiRoutes.Route.write;

import dev.pickup.functions.runtime.api.ApiRoutes;
import java.util.Map;

/// The routes of `openapi.yaml` that no function of their own answers: all those without `x-function`.
public final class ConsoleApi {
    private ConsoleApi() {}

    public static ApiRoutes of(ConsoleParts parts) {
        AccountRoutes account = new AccountRoutes(parts.accounts());
        AgentRoutes agents = new AgentRoutes(parts.agents(), parts.clock());
        NumberRoutes numbers = new NumberRoutes(parts.numbers(), parts.orders(), parts.clock());
        CallRoutes calls = new CallRoutes(parts.calls(), parts.usage(), parts.recordings());
        UsageRoutes usage = new UsageRoutes(parts.usage(), parts.orders(), parts.clock());
        return new ApiRoutes(Map.ofEntries(
                Map.entry("GET /api/me", read(account::me)),
                Map.entry("GET /api/agent-templates", read(AgentRoutes::templates)),
                Map.entry("GET /api/tools", read(AgentRoutes::tools)),
                Map.entry("GET /api/agents", read(agents::list)),
                Map.entry("POST /api/agents", write(agents::create)),
                Map.entry("GET /api/agents/{agentId}", read(agents::get)),
                Map.entry("PUT /api/agents/{agentId}", write(agents::save)),
                Map.entry("DELETE /api/agents/{agentId}", write(agents::delete)),
                Map.entry("GET /api/agents/{agentId}/versions", read(agents::versions)),
                Map.entry("GET /api/agents/{agentId}/versions/{version}", read(agents::version)),
                Map.entry("GET /api/telephony/numbers", read(numbers::list)),
                Map.entry("GET /api/telephony/numbers/{e164}", read(numbers::get)),
                Map.entry("PATCH /api/telephony/numbers/{e164}", write(numbers::label)),
                Map.entry("PUT /api/telephony/numbers/{e164}/agent", write(numbers::attach)),
                Map.entry("DELETE /api/telephony/numbers/{e164}/agent", write(numbers::detach)),
                Map.entry("GET /api/calls", read(calls::list)),
                Map.entry("GET /api/calls/{callId}", read(calls::get)),
                Map.entry("GET /api/calls/{callId}/recording", read(calls::recording)),
                Map.entry("GET /api/usage", read(usage::month))));
    }
}
