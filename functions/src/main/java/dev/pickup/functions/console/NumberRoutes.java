package dev.pickup.functions.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.number.NumberStore.AttachOutcome;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.NumberView;
import dev.pickup.functions.runtime.api.PageView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.Clock;
import java.util.Optional;

/// Numbers: list, read, label, attach, detach.
record NumberRoutes(NumberStore numbers, NumberOrders orders, Clock clock) {
    private static final String NUMBER = "number";
    private static final int LONGEST_LABEL = 80;

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(
                PageView.of(numbers.list(request.account(), request.limit(), request.query("next")), NumberView::of));
    }

    ApiResponse get(ApiRequest request) {
        return numbers.find(request.account(), request.number())
                .map(did -> ApiResponse.ok(NumberView.of(did, order(did))))
                .orElseThrow(() -> ProblemException.notFound(NUMBER));
    }

    ApiResponse label(ApiRequest request) {
        JsonNode label = request.json().path("label");
        if (!label.isTextual() || label.textValue().length() > LONGEST_LABEL) {
            throw ProblemException.invalid("label", "Use text of at most " + LONGEST_LABEL + " characters.");
        }
        return after(request, numbers.label(request.account(), request.number(), label.textValue()));
    }

    ApiResponse attach(ApiRequest request) {
        String agent = request.json().path("agentId").asText();
        return after(request, numbers.attach(request.account(), request.number(), agent(agent), clock.instant()));
    }

    ApiResponse detach(ApiRequest request) {
        return after(request, numbers.detach(request.account(), request.number(), clock.instant()));
    }

    private ApiResponse after(ApiRequest request, AttachOutcome outcome) {
        return switch (outcome) {
            case DONE -> get(request);
            case NUMBER_NOT_FOUND -> throw ProblemException.notFound(NUMBER);
            case AGENT_NOT_FOUND -> throw ProblemException.notFound("agent");
        };
    }

    private static AgentId agent(String id) {
        try {
            return new AgentId(id);
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound("agent");
        }
    }

    private Optional<NumberOrder> order(Did did) {
        return did.purchase().flatMap(purchase -> orders.find(did.account(), purchase.order()));
    }
}
