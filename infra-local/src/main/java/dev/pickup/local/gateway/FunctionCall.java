package dev.pickup.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.local.gateway.openapi.Operation;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.LocalFunction;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Invokes the function of an operation for a request and turns whatever comes of it into a response. Any thread.
record FunctionCall(
        Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions, ResponseAudit audit) {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionCall.class);

    Answer answer(Operation operation, APIGatewayV2HTTPEvent event) {
        try {
            APIGatewayV2HTTPResponse response = function(operation).invoke(event);
            audit.check(operation, response);
            return GatewayEvents.answer(response);
        } catch (FunctionException e) {
            return failed(operation.routeKey(), e);
        }
    }

    private LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function(Operation operation) {
        return Objects.requireNonNull(functions.get(operation.function()), "a function for every operation");
    }

    static Answer failed(String routeKey, FunctionException e) {
        LOG.error("{} brought no answer", routeKey, e);
        return switch (e.kind()) {
            case FAILED ->
                Answer.problem(500, "internal-error", "Internal error", "Something went wrong here; try again.");
            case TIMED_OUT -> Answer.problem(503, "timed-out", "Service unavailable", "It took too long; try again.");
            case THROTTLED ->
                Answer.problem(503, "too-busy", "Service unavailable", "Too many requests at once; try again.")
                        .with("Retry-After", "1");
        };
    }
}
