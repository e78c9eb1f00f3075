package dev.pickup.simulators.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// HTTP on 127.0.0.1, each request on a virtual thread. Any thread; close it once.
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    /// Answers one request; whatever goes wrong is an answer, too.
    @FunctionalInterface
    public interface Handler {
        HttpReply answer(HttpExchange exchange);
    }

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    /// Binds `port`, 0 for any free one. Serves nothing before [#start].
    ///
    /// @throws UncheckedIOException the port is taken
    public static LoopbackServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be used: " + e.getMessage(), e);
        }
    }

    /// Everything under `prefix`.
    public void mount(String prefix, Handler handler) {
        server.createContext(prefix, exchange -> serve(handler, exchange));
    }

    public void start() {
        server.setExecutor(requests);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    /// A request's body; empty when it is longer than `largest` bytes.
    public static Optional<byte[]> body(HttpExchange exchange, int largest) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(largest + 1);
        return bytes.length > largest ? Optional.empty() : Optional.of(bytes);
    }

    private static void serve(Handler handler, HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpReply reply = handler.answer(exchange);
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
}
