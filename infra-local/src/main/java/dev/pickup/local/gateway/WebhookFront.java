package dev.pickup.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.LocalFunction;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Carriers' webhooks: the raw body goes straight to the function of that path, which checks the signature. A path may
/// have one element more, the id of the credential whose key verifies. Any thread.
final class WebhookFront extends Handler.Abstract {
    private final Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions;
    private final Clock clock;

    /// @param functions by path
    WebhookFront(Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions, Clock clock) {
        this.functions = Map.copyOf(functions);
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        answer(IncomingRequest.of(request)).write(response, callback);
        return true;
    }

    private Answer answer(IncomingRequest request) throws IOException {
        String path = request.path();
        boolean own = functions.containsKey(path);
        int end = path.lastIndexOf('/');
        String route = own ? path : path.substring(0, Math.max(end, 0));
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function = functions.get(route);
        if (function == null) {
            return Answer.problem(404, "not-found", "Not found", "No carrier is told this address.");
        }
        if (!request.method().equals("POST")) {
            return Answer.problem(405, "method-not-allowed", "Method not allowed", "Webhooks are posted.")
                    .with("Allow", "POST");
        }
        Optional<byte[]> body = request.readBody();
        if (body.isEmpty()) {
            return Answer.problem(413, "request-too-large", "Content too large", "No webhook is that long.")
                    .with("Connection", "close");
        }
        String routeKey = "POST " + route + (own ? "" : "/{credentialId}");
        Map<String, String> parts = own ? Map.of() : Map.of("credentialId", path.substring(end + 1));
        try {
            return GatewayEvents.answer(function.invoke(
                    GatewayEvents.event(request, routeKey, parts, Map.of(), body.get(), clock.instant())));
        } catch (FunctionException e) {
            return FunctionCall.failed(routeKey, e);
        }
    }
}
