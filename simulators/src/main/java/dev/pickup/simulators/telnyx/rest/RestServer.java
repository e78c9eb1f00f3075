package dev.pickup.simulators.telnyx.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP on 127.0.0.1, each request on a virtual thread. Any thread.
public final class RestServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final int BACKLOG = 200;

    private record Mount(String prefix, Routes routes, int largestBody, Gate gate) {}

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private RestServer(HttpServer server) {
        this.server = server;
    }

    /// Binds `port` of the loopback address, 0 for any free one. Serves nothing before [#start].
    ///
    /// @throws UncheckedIOException the port is taken
    public static RestServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return new RestServer(HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be used: " + e.getMessage(), e);
        }
    }

    /// Everything under `prefix`.
    ///
    /// @param largestBody bytes; a larger one is refused
    public RestServer mount(String prefix, Routes routes, int largestBody, Gate gate) {
        Mount mount = new Mount(prefix, routes, largestBody, gate);
        server.createContext(prefix, exchange -> serve(mount, exchange));
        return this;
    }

    public RestServer start() {
        server.setExecutor(requests);
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    private static void serve(Mount mount, HttpExchange exchange) throws IOException {
        try (exchange) {
            RestReply reply = answer(mount, exchange);
            if (reply.lostAfter().isPresent()) {
                Thread.sleep(reply.lostAfter().get());
                return;
            }
            byte[] body = reply.content().bytes();
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.getResponseHeaders().set("x-request-id", UUID.randomUUID().toString());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static RestReply answer(Mount mount, HttpExchange exchange) {
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
        byte[] bytes = exchange.getRequestBody().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new ApiProblem(ErrorCode.BAD_REQUEST, "The request body is larger than " + largest + " bytes.");
        }
        return bytes;
    }

    private static Optional<String> apiKey(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
    }
}
