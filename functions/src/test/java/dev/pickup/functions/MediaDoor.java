package dev.pickup.functions;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Where a carrier's media sockets arrive: upgrades every one (RFC 6455, section 4.2.2), keeps what it was asked with,
/// and says nothing. The media task has tests of its own.
public final class MediaDoor implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final List<Visit> visits = new CopyOnWriteArrayList<>();

    /// A socket that came.
    public record Visit(String path, Map<String, String> headers, Socket socket) {
        public String token() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        public String authToken() {
            return headers.getOrDefault("x-telnyx-streaming-auth-token", "");
        }

        /// The media task dies.
        public void drop() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public MediaDoor() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI publicBase() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    /// The `number`-th socket, from 1.
    public Visit awaitVisit(int number) {
        await().atMost(Duration.ofSeconds(15)).until(() -> visits.size() >= number);
        return visits.get(number - 1);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Visit visit : visits) {
                visit.socket().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException _) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            String path = in.readLine().split(" ", -1)[1];
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
            String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(headers.get("sec-websocket-key")) + "\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(US_ASCII));
            visits.add(new Visit(path, headers, socket));
            while (in.read() >= 0) {
                // frames are not looked at
            }
        } catch (IOException _) {
            // the carrier hung up
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
