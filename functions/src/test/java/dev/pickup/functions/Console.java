package dev.pickup.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.account.AccountId;
import dev.pickup.functions.runtime.api.ApiJson;
import dev.pickup.functions.runtime.api.ApiRoutes;
import java.util.HashMap;
import java.util.Map;

/// Asks the API as the gateway does; every answer is held against the definition.
public final class Console {
    private static final ApiDefinition DEFINITION = new ApiDefinition();

    private final ApiRoutes api;
    private final Map<String, String> claims;

    private Console(ApiRoutes api, Map<String, String> claims) {
        this.api = api;
        this.claims = claims;
    }

    public static Console owner(ApiRoutes api, AccountId account) {
        return new Console(api, claims(account, "[\"owner\"]"));
    }

    public static Console viewer(ApiRoutes api, AccountId account) {
        return new Console(api, claims(account, "[viewer]"));
    }

    public static Console withClaims(ApiRoutes api, Map<String, String> claims) {
        return new Console(api, claims);
    }

    public static Map<String, String> claims(AccountId account, String groups) {
        return Map.of("account", account.value(), "cognito:groups", groups, "token_use", "access");
    }

    public static ApiDefinition definition() {
        return DEFINITION;
    }

    /// @param details names that begin with `?` are query parameters, with `:` headers; others are parts of the
    /// path
    public Answer ask(String routeKey, Map<String, String> details, String body) {
        Map<String, String> path = new HashMap<>();
        Map<String, String> query = new HashMap<>();
        Map<String, String> headers = new HashMap<>();
        details.forEach((name, value) -> {
            switch (name.charAt(0)) {
                case '?' -> query.put(name.substring(1), value);
                case ':' -> headers.put(name.substring(1), value);
                default -> path.put(name, value);
            }
        });
        APIGatewayV2HTTPResponse answer = api.answer(APIGatewayV2HTTPEvent.builder()
                .withRouteKey(routeKey)
                .withPathParameters(path)
                .withQueryStringParameters(query.isEmpty() ? null : query)
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(context())
                .build());
        DEFINITION.check(routeKey, answer);
        return new Answer(answer);
    }

    public Answer ask(String routeKey, Map<String, String> details) {
        return ask(routeKey, details, null);
    }

    /// Anything as the API would write it.
    public JsonNode read(Object value) {
        try {
            return ApiJson.MAPPER.readTree(ApiJson.text(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestContext context() {
        return RequestContext.builder()
                .withAuthorizer(Authorizer.builder()
                        .withJwt(Authorizer.JWT.builder().withClaims(claims).build())
                        .build())
                .build();
    }

    /// What came back.
    public record Answer(APIGatewayV2HTTPResponse response) {
        public int status() {
            return response.getStatusCode();
        }

        public JsonNode json() {
            try {
                return ApiJson.MAPPER.readTree(response.getBody());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /// `404 agent-not-found`
        public String problem() {
            return status() + " " + json().path("code").asText();
        }

        public String header(String name) {
            return response.getHeaders().get(name);
        }
    }
}
