package dev.pickup.media.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes every command of the call control API and keeps its path; a leg is alive until it is said to be over.
final class StandInTelnyx implements AutoCloseable {
    final List<String> commands = new CopyOnWriteArrayList<>();
    volatile boolean over;
    private final HttpServer server;

    StandInTelnyx() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v2";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean command = exchange.getRequestMethod().equals("POST");
            if (command) {
                String path = exchange.getRequestURI().getPath();
                commands.add(path.substring(path.lastIndexOf('/') + 1));
                over |= path.endsWith("/hangup");
            }
            byte[] body = (command ? "{\"data\":{\"result\":\"ok\"}}" : "{\"data\":{\"is_alive\":" + !over + "}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
