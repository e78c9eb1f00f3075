package dev.pickup.functions.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.number.NumberStore.AttachOutcome;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.PageView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Numbers: list, read, label, attach, detach.
record NumberRoutes(NumberStore numbers, Clock clock) {
    private static final String NUMBER = "number";
    private static final int LONGEST_LABEL = 80;

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(PageView.of(
                numbers.list(request.account(), request.limit(), request.query("next")), NumberRoutes::view));
    }

    ApiResponse get(ApiRequest request) {
        return numbers.find(request.account(), number(request))
                .map(did -> ApiResponse.ok(view(did)))
                .orElseThrow(() -> ProblemException.notFound(NUMBER));
    }

    ApiResponse label(ApiRequest request) {
        JsonNode label = request.json().path("label");
        if (!label.isTextual() || label.textValue().length() > LONGEST_LABEL) {
            throw ProblemException.invalid("label", "Use text of at most " + LONGEST_LABEL + " characters.");
        }
        return after(request, numbers.label(request.account(), number(request), label.textValue()));
    }

    ApiResponse attach(ApiRequest request) {
        String agent = request.json().path("agentId").asText();
        return after(request, numbers.attach(request.account(), number(request), agent(agent), clock.instant()));
    }

    ApiResponse detach(ApiRequest request) {
        return after(request, numbers.detach(request.account(), number(request), clock.instant()));
    }

    private ApiResponse after(ApiRequest request, AttachOutcome outcome) {
        return switch (outcome) {
            case DONE -> get(request);
            case NUMBER_NOT_FOUND -> throw ProblemException.notFound(NUMBER);
            case AGENT_NOT_FOUND -> throw ProblemException.notFound("agent");
        };
    }

    private static PhoneNumber number(ApiRequest request) {
        String e164 = request.path("e164").replace("%2B", "+");
        if (!PhoneNumber.isE164(e164)) {
            throw ProblemException.notFound(NUMBER);
        }
        return new PhoneNumber(e164);
    }

    private static AgentId agent(String id) {
        try {
            return new AgentId(id);
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound("agent");
        }
    }

    private static Object view(Did did) {
        return new NumberView(
                did.number().e164(),
                did.label(),
                did.carrier().name(),
                did.status().name(),
                did.agent().map(AgentId::value),
                did.createdAt());
    }

    private record NumberView(
            String phoneNumber,
            String label,
            String carrier,
            String status,
            Optional<String> agentId,
            Instant createdAt) {}
}
