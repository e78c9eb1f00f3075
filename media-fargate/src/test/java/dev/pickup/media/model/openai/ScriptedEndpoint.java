package dev.pickup.media.model.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A model's endpoint on a loopback port that answers byte for byte as a test says, one request a connection.
final class ScriptedEndpoint implements AutoCloseable {
    static final String SSE = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    final CountDownLatch clientLeft = new CountDownLatch(1);
    private final ServerSocket server;
    private final Script script;

    /// Writes an answer.
    interface Script {
        void answer(OutputStream out) throws Exception;
    }

    ScriptedEndpoint(Script script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            requests.add(read(in));
            Thread.ofVirtual().start(() -> awaitLeaving(in));
            script.answer(socket.getOutputStream());
        } catch (Exception _) {
            clientLeft.countDown();
        }
    }

    private void awaitLeaving(InputStream in) {
        try {
            if (in.read() < 0) {
                clientLeft.countDown();
            }
        } catch (IOException _) {
            clientLeft.countDown();
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ") + 16;
        int length = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
