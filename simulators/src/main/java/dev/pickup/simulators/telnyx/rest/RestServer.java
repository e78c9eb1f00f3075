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

/// The carrier's REST API: finds the route of a request and lets it through the gate. Any thread.
public final class RestServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);

    private record Mount(String prefix, Routes routes, int largestBody, Gate gate) {}

    private final LoopbackServer server;

    private RestServer(LoopbackServer server) {
        this.server = server;
    }

    /// Binds `port` of the loopback address, 0 for any free one. Serves nothing before [#start].
    ///
    /// @throws java.io.UncheckedIOException the port is taken
    public static RestServer bind(int port) {
        return new RestServer(LoopbackServer.bind(port));
    }

    /// Everything under `prefix`.
    ///
    /// @param largestBody bytes; a larger one is refused
    public RestServer mount(String prefix, Routes routes, int largestBody, Gate gate) {
        Mount mount = new Mount(prefix, routes, largestBody, gate);
        server.mount(
                prefix,
                exchange -> answer(mount, exchange)
                        .withHeaders(Map.of("x-request-id", UUID.randomUUID().toString())));
        return this;
    }

    public RestServer start() {
        server.start();
        return this;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static HttpReply answer(Mount mount, HttpExchange exchange) {
        try {
            String path = exchange.getRequestURI()
                    .getRawPath()
                    .substring(mount.prefix().length());
            Routes.Match match =
                    mount.routes().find(exchange.getRequestMethod(), path).orElseThrow(ApiProblem::notFound);
            RestRequest request = new RestRequest(
                    match.route(),
                    match.segments(),
                    Query.parse(
                            Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "")),
                    apiKey(exchange),
                    () -> body(exchange, mount.largestBody()));
            return mount.gate().pass(request, match.handler());
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
