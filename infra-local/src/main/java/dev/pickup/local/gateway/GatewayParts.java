package dev.pickup.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.local.gateway.openapi.ApiDefinition;
import dev.pickup.local.gateway.openapi.Operation;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.lambda.LocalFunction;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/// What the gateway serves.
///
/// @param functions by the name that the definition gives them, `console` at least: they answer the API
/// @param webhooks  by path
/// @param media     the media task's sockets, `/media/*`
/// @param dashboard folder of the built web app
public record GatewayParts(
        ApiDefinition api,
        Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions,
        Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> webhooks,
        Optional<Handler> media,
        LocalIssuer issuer,
        Optional<Path> dashboard,
        Clock clock) {
    public GatewayParts {
        functions = Map.copyOf(functions);
        webhooks = Map.copyOf(webhooks);
        for (Operation operation : api.operations()) {
            if (!functions.containsKey(operation.function())) {
                throw new IllegalArgumentException("No function answers " + operation.routeKey());
            }
        }
    }
}
