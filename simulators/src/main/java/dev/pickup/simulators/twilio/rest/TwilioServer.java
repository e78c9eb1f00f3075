package dev.pickup.simulators.twilio.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP on 127.0.0.1, each request on a virtual thread. Any thread.
public final class TwilioServer implements AutoCloseable {
    /// Names the host that a client meant, when one server stands in for `api.`, `messaging.`, `trunking.` and others,
    /// whose paths overlap. Without it the path decides.
    public static final String HOST_HEADER = "X-Twilio-Host";

    /// Answers a request, or throws [TwilioProblem].
    @FunctionalInterface
    public interface Handler {
        TwilioReply answer(TwilioRequest request);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TwilioServer.class);
    private static final int BACKLOG = 200;

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private TwilioServer(HttpServer server) {
        this.server = server;
    }

    /// Binds `port` of the loopback address, 0 for any free one. Serves nothing before [#start].
    ///
    /// @throws UncheckedIOException the port is taken
    public static TwilioServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return new TwilioServer(HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be used: " + e.getMessage(), e);
        }
    }

    /// Everything under `prefix`.
    ///
    /// @param largestBody bytes; a larger one is refused
    public TwilioServer mount(String prefix, Handler handler, int largestBody) {
        server.createContext(prefix, exchange -> serve(handler, largestBody, exchange));
        return this;
    }

    public TwilioServer start() {
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

    private static void serve(Handler handler, int largestBody, HttpExchange exchange) throws IOException {
        try (exchange) {
            TwilioReply reply = answer(handler, largestBody, exchange);
            if (reply.lostAfter().isPresent()) {
                Thread.sleep(reply.lostAfter().get());
                return;
            }
            byte[] body = reply.content().bytes();
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static TwilioReply answer(Handler handler, int largestBody, HttpExchange exchange) {
        try {
            return handler.answer(request(largestBody, exchange));
        } catch (TwilioProblem problem) {
            return problem.toReply();
        } catch (RuntimeException e) {
            LOG.error("The simulated account could not answer a request", e);
            return new TwilioProblem(500, 20500, "Internal Server Error").toReply();
        }
    }

    private static TwilioRequest request(int largestBody, HttpExchange exchange) {
        String[] basic = basic(header(exchange, "Authorization")).split(":", 2);
        return new TwilioRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Form.parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .orElse("")),
                header(exchange, HOST_HEADER).toLowerCase(Locale.ROOT),
                basic.length == 2 ? Optional.of(basic[0]) : Optional.empty(),
                basic.length == 2 ? basic[1] : "",
                header(exchange, "Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                () -> body(exchange, largestBody));
    }

    private static byte[] body(HttpExchange exchange, int largest) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new TwilioProblem(413, 20413, "Request Entity Too Large");
        }
        return bytes;
    }

    /// User and password; empty when the header is no proper HTTP Basic.
    private static String basic(String header) {
        if (!header.startsWith("Basic ")) {
            return "";
        }
        try {
            return new String(
                    Base64.getDecoder()
                            .decode(header.substring("Basic ".length()).strip()),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
