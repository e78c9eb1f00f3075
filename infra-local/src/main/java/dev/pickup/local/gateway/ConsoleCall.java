package dev.pickup.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.local.gateway.openapi.Operation;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.LocalFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Invokes a function for a request and turns whatever comes of it into a response. Any thread.
record ConsoleCall(LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function, ResponseAudit audit) {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleCall.class);

    Answer answer(Operation operation, APIGatewayV2HTTPEvent event) {
        try {
            APIGatewayV2HTTPResponse response = function.invoke(event);
            audit.check(operation, response);
            return GatewayEvents.answer(response);
        } catch (FunctionException e) {
            return failed(operation.routeKey(), e);
        }
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
