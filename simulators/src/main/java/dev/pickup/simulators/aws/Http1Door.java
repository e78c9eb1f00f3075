package dev.pickup.simulators.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// HTTP/1.1 in plain text on a port of 127.0.0.1. Any thread; close it once.
final class Http1Door implements Door {
    static {
        // Or the second piece of an answer waits 40 ms for the first one to be acknowledged: no service does that.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Desk desk;

    Http1Door(Desk desk) throws IOException {
        this.desk = desk;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @Override
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<AwsReply> reply = desk.answer(AwsRequest.read(exchange));
            if (reply.isPresent()) {
                write(exchange, reply.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, AwsReply reply) throws IOException, InterruptedException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        if (reply.streamed()) {
            exchange.sendResponseHeaders(reply.status(), 0); // 0: chunked
            try (OutputStream out = exchange.getResponseBody()) {
                reply.body().write(out);
            }
            return;
        }
        var whole = new ByteArrayOutputStream();
        reply.body().write(whole);
        exchange.sendResponseHeaders(reply.status(), whole.size() == 0 ? -1 : whole.size());
        exchange.getResponseBody().write(whole.toByteArray());
    }
}
