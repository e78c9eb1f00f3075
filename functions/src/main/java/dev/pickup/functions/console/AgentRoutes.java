package dev.pickup.functions.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.Page;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.agent.AgentTemplate;
import dev.pickup.core.agent.AgentTemplates;
import dev.pickup.core.agent.ToolCatalog;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.PageView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Agents: list, make, read, save, delete; their versions and templates.
record AgentRoutes(AgentStore agents, Clock clock) {
    private static final String AGENT = "agent";

    static ApiResponse templates(ApiRequest request) {
        return ApiResponse.ok(Map.of(
                "items", AgentTemplates.ALL.stream().map(AgentViews::template).toList()));
    }

    static ApiResponse tools(ApiRequest request) {
        return ApiResponse.ok(
                Map.of("items", ToolCatalog.ALL.stream().map(AgentViews::tool).toList()));
    }

    ApiResponse list(ApiRequest request) {
        return page(agents.list(request.account(), request.limit(), request.query("next")));
    }

    ApiResponse create(ApiRequest request) {
        ObjectNode body = request.json();
        AgentTemplate template = template(body);
        AgentSettings settings = AgentBody.settings(body, SettingsWriter.write(template.settings()));
        AgentId id = NewAgentId.of(request.account(), request.header("idempotency-key"));
        Instant now = clock.instant();
        Agent agent = new Agent(request.account(), id, 1, settings, now, now);
        return switch (agents.create(agent)) {
            case SAVED -> created(agent);
            case EXISTS -> created(sameAsBefore(agent));
            case STALE, NOT_FOUND -> throw new IllegalStateException("A new agent replaces none");
        };
    }

    ApiResponse get(ApiRequest request) {
        return tagged(200, found(request));
    }

    ApiResponse save(ApiRequest request) {
        Agent newest = found(request);
        ObjectNode body = request.json();
        int edited = AgentBody.version(body, request.header("if-match"));
        AgentSettings settings = AgentBody.settings(body, SettingsWriter.defaults());
        if (edited != newest.version()) {
            throw changed();
        }
        Agent next =
                new Agent(newest.account(), newest.id(), edited + 1, settings, newest.createdAt(), clock.instant());
        return switch (agents.save(next)) {
            case SAVED -> tagged(200, next);
            case STALE -> throw changed();
            case NOT_FOUND -> throw ProblemException.notFound(AGENT);
            case EXISTS -> throw new IllegalStateException("A save makes no first version");
        };
    }

    ApiResponse delete(ApiRequest request) {
        return switch (agents.delete(request.account(), id(request))) {
            case DELETED -> ApiResponse.noContent();
            case NOT_FOUND -> throw ProblemException.notFound(AGENT);
            case NUMBERS_ATTACHED ->
                throw new ProblemException(409, "agent-in-use", "A number still drives this agent; detach it first.");
        };
    }

    ApiResponse versions(ApiRequest request) {
        Page<Agent> page = agents.versions(request.account(), id(request), request.limit(), request.query("next"));
        if (page.items().isEmpty() && request.query("next").isEmpty()) {
            throw ProblemException.notFound(AGENT);
        }
        return page(page);
    }

    ApiResponse version(ApiRequest request) {
        String version = request.path("version");
        if (!version.matches("[1-9][0-9]{0,6}")) {
            throw ProblemException.invalid("version", "A version is a whole number from 1.");
        }
        return agents.find(request.account(), id(request), Integer.parseInt(version))
                .map(agent -> tagged(200, agent))
                .orElseThrow(() -> ProblemException.notFound(AGENT));
    }

    private Agent found(ApiRequest request) {
        return agents.find(request.account(), id(request)).orElseThrow(() -> ProblemException.notFound(AGENT));
    }

    /// The first answer again, if it was to the same request.
    private Agent sameAsBefore(Agent wanted) {
        Optional<Agent> before = agents.find(wanted.account(), wanted.id(), 1);
        return before.filter(agent -> agent.settings().equals(wanted.settings()))
                .orElseThrow(() -> new ProblemException(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request; use a new one."));
    }

    private static AgentTemplate template(ObjectNode body) {
        JsonNode name = body.path("template");
        String id = name.isMissingNode() ? AgentTemplates.GENERIC.id() : name.asText();
        return AgentTemplates.find(id)
                .orElseThrow(() -> new ProblemException(
                        422, "template-unknown", "There is no such template; GET /api/agent-templates lists them."));
    }

    private static AgentId id(ApiRequest request) {
        try {
            return new AgentId(request.path("agentId"));
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound(AGENT);
        }
    }

    private static ProblemException changed() {
        return new ProblemException(
                409, "agent-changed", "Someone saved this agent meanwhile. Load it again and repeat your change.");
    }

    private static ApiResponse created(Agent agent) {
        return tagged(201, agent).with("location", "/api/agents/" + agent.id());
    }

    private static ApiResponse tagged(int status, Agent agent) {
        return ApiResponse.json(status, AgentViews.agent(agent)).with("etag", "\"" + agent.version() + "\"");
    }

    private static ApiResponse page(Page<Agent> page) {
        return ApiResponse.ok(PageView.of(page, AgentViews::agent));
    }
}
