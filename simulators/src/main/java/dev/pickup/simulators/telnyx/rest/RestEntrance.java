package dev.pickup.simulators.telnyx.rest;

import com.sun.net.httpserver.HttpExchange;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.rest.LoopbackServer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The carrier's REST API below one path: finds the route of a request and lets it through the gate. Any thread.
///
/// @param largestBody bytes; a larger one is refused
public record RestEntrance(String prefix, Routes routes, int largestBody, Gate gate) implements LoopbackServer.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(RestEntrance.class);

    @Override
    public HttpReply answer(HttpExchange exchange) {
        return admitted(exchange)
                .withHeaders(Map.of("x-request-id", UUID.randomUUID().toString()));
    }

    private HttpReply admitted(HttpExchange exchange) {
        try {
            String path = exchange.getRequestURI().getRawPath().substring(prefix.length());
            Routes.Match match = routes.find(exchange.getRequestMethod(), path).orElseThrow(ApiProblem::notFound);
            RestRequest request = new RestRequest(
                    match.route(),
                    match.segments(),
                    Query.parse(
                            Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "")),
                    apiKey(exchange),
                    () -> body(exchange, largestBody));
            return gate.pass(request, match.handler());
        } catch (ApiProblem problem) {
            return problem.toReply();
        } catch (RuntimeException e) {
            LOG.error("The exchange could not answer a request", e);
            return new ApiProblem(ErrorCode.UNEXPECTED, "An unexpected error occurred.").toReply();
        }
    }

    private static byte[] body(HttpExchange exchange, int largest) throws IOException {
        return LoopbackServer.body(exchange, largest)
                .orElseThrow(() -> new ApiProblem(
                        ErrorCode.BAD_REQUEST, "The request body is larger than " + largest + " bytes."));
    }

    private static Optional<String> apiKey(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
    }
}
