package dev.pickup.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.local.gateway.openapi.ApiDefinition;
import dev.pickup.local.gateway.openapi.Operation;
import dev.pickup.local.gateway.openapi.Problem;
import dev.pickup.local.gateway.openapi.RequestCheck;
import dev.pickup.local.gateway.openapi.Route;
import dev.pickup.local.issuer.AccessTokenVerifier;
import dev.pickup.local.issuer.TokenCheck;
import dev.pickup.local.lambda.LocalFunction;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The API: every request is routed, authorized and validated by the definition before a function sees it. Any thread.
final class ApiFront extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ApiDefinition definition;
    private final AccessTokenVerifier tokens;
    private final FunctionCall functions;
    private final Clock clock;

    ApiFront(
            ApiDefinition definition,
            AccessTokenVerifier tokens,
            Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions,
            ResponseAudit audit,
            Clock clock) {
        this.definition = definition;
        this.tokens = tokens;
        this.functions = new FunctionCall(functions, audit);
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        answer(IncomingRequest.of(request)).with("Cache-Control", "no-store").write(response, callback);
        return true;
    }

    private Answer answer(IncomingRequest request) throws IOException {
        return switch (definition.route(request.method(), request.path())) {
            case Route.Unknown() ->
                Answer.problem(
                        404, "not-found", "Not found", "There is nothing at this address; see the API's definition.");
            case Route.WrongMethod wrong ->
                Answer.problem(
                                405,
                                "method-not-allowed",
                                "Method not allowed",
                                "This address does not take that method.")
                        .with("Allow", String.join(", ", new TreeSet<>(wrong.allowed())));
            case Route.Found route -> authorized(request, route);
        };
    }

    private Answer authorized(IncomingRequest request, Route.Found route) throws IOException {
        if (!route.operation().secured()) {
            return checked(request, route, Map.of());
        }
        return switch (request.bearer().map(tokens::check).orElseGet(ApiFront::noToken)) {
            case TokenCheck.Refused refused ->
                Answer.problem(401, "unauthorized", "Unauthorized", refused.sentence())
                        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case TokenCheck.Verified verified -> checked(request, route, verified.claims());
        };
    }

    private static TokenCheck noToken() {
        return new TokenCheck.Refused("Send an access token: Authorization: Bearer …; ./pickup token prints one.");
    }

    private Answer checked(IncomingRequest request, Route.Found route, Map<String, String> claims) throws IOException {
        Optional<byte[]> read = request.readBody();
        if (read.isEmpty()) {
            return Answer.problem(
                            413,
                            "request-too-large",
                            "Content too large",
                            "A request body has at most " + IncomingRequest.LONGEST_BODY_BYTES + " bytes.")
                    .with("Connection", "close");
        }
        byte[] body = read.get();
        Operation operation = route.operation();
        if (body.length > 0 && !takes(operation, request.mediaType())) {
            return unsupported(operation);
        }
        List<Problem> problems = new ArrayList<>(RequestCheck.parameters(route, request.query(), request.headers()));
        problems.addAll(bodyProblems(operation, request.mediaType(), body));
        if (!problems.isEmpty()) {
            return Answer.problem(
                    400,
                    "request-invalid",
                    "The request is not valid",
                    problems.size() + (problems.size() == 1 ? " problem, see errors." : " problems, see errors."),
                    problems);
        }
        return functions.answer(
                operation,
                GatewayEvents.event(
                        request, operation.routeKey(), route.pathParameters(), claims, body, clock.instant()));
    }

    private static boolean takes(Operation operation, String mediaType) {
        return operation.body().isEmpty() || operation.body().get().checks().containsKey(mediaType);
    }

    private static Answer unsupported(Operation operation) {
        String types = String.join(", ", operation.body().orElseThrow().checks().keySet());
        return Answer.problem(
                415, "media-type-unsupported", "Unsupported media type", "This operation takes " + types + ".");
    }

    private static List<Problem> bodyProblems(Operation operation, String mediaType, byte[] body) {
        if (body.length == 0 || !mediaType.endsWith("json")) {
            return RequestCheck.body(operation, mediaType, Optional.empty());
        }
        try {
            JsonNode read = JSON.readTree(body);
            return RequestCheck.body(operation, mediaType, Optional.of(read));
        } catch (IOException e) {
            return List.of(new Problem("body", "", "is not JSON"));
        }
    }
}
