package dev.pickup.functions.console;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.state.CorruptItemException;
import dev.pickup.core.state.StoreUnavailableException;
import dev.pickup.functions.console.ConsoleRequest.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The API of `openapi.yaml`, route by route. Any thread.
public final class ConsoleApi {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApi.class);

    private final Map<String, Route> routes;

    public ConsoleApi(ConsoleParts parts) {
        AccountRoutes account = new AccountRoutes(parts.accounts());
        AgentRoutes agents = new AgentRoutes(parts.agents(), parts.clock());
        NumberRoutes numbers = new NumberRoutes(parts.numbers(), parts.clock());
        CallRoutes calls = new CallRoutes(parts.calls(), parts.usage(), parts.recordings());
        UsageRoutes usage = new UsageRoutes(parts.usage(), parts.clock());
        routes = Map.ofEntries(
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
                Map.entry("GET /api/usage", read(usage::month)));
    }

    /// Answers whatever comes; no request ends in an exception.
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        try {
            ConsoleRequest request = ConsoleRequest.of(event);
            Route route = Optional.ofNullable(
                            routes.get(Optional.ofNullable(event.getRouteKey()).orElse("")))
                    .orElseThrow(() -> new ProblemException(
                            404, "not-found", "There is nothing at this address; see the API's definition."));
            if (route.writes() && request.role() != Role.OWNER) {
                throw new ProblemException(
                        403, "role-forbidden", "Viewers may look but not change; ask an owner of the account.");
            }
            return route.action().apply(request).toGateway();
        } catch (ProblemException e) {
            return ConsoleResponse.problem(e).toGateway();
        } catch (UnknownCursorException e) {
            return problem(400, "cursor-invalid", "`next` is not from the page before; start from the first page.");
        } catch (StoreUnavailableException e) {
            LOG.warn("{} was not answered: {}", event.getRouteKey(), e.getMessage());
            return problem(503, "store-unavailable", "The database is busy; try again in a moment.");
        } catch (CorruptItemException e) {
            LOG.error("{} met a corrupt item", event.getRouteKey(), e);
            return problem(500, "internal-error", "Something is wrong with this data; our logs know what.");
        } catch (RuntimeException e) {
            LOG.error("{} failed", event.getRouteKey(), e);
            return problem(500, "internal-error", "Something went wrong here; our logs know what. Try again.");
        }
    }

    private static APIGatewayV2HTTPResponse problem(int status, String code, String detail) {
        return ConsoleResponse.problem(new ProblemException(status, code, detail))
                .toGateway();
    }

    private static Route read(Function<ConsoleRequest, ConsoleResponse> action) {
        return new Route(false, action);
    }

    private static Route write(Function<ConsoleRequest, ConsoleResponse> action) {
        return new Route(true, action);
    }

    /// Every route that there is, for tests that compare them with the definition.
    Set<String> routeKeys() {
        return routes.keySet();
    }

    private record Route(boolean writes, Function<ConsoleRequest, ConsoleResponse> action) {}
}
