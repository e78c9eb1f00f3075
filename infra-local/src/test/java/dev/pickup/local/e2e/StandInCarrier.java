package dev.pickup.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.local.stack.TelnyxAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Anybody's stand-in for Telnyx, a few lines long: takes every command and keeps it, and signs whatever webhook the
/// test makes up. Here to do what a real carrier never would.
final class StandInCarrier implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int RAW_KEY_BYTES = 32;

    /// A command that came.
    record Command(String name, JsonNode body) {}

    private final HttpServer server;
    private final KeyPair keys;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Command> commands = new CopyOnWriteArrayList<>();

    StandInCarrier() throws IOException, GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    TelnyxAccess access() {
        byte[] encoded = keys.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length);
        return new TelnyxAccess(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2"),
                "KEYstandin",
                Base64.getEncoder().encodeToString(raw));
    }

    /// Waits for the first command of this name.
    Command awaitCommand(String name) {
        return await(name)
                .until(
                        () -> commands.stream()
                                .filter(command -> command.name().equals(name))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /// A webhook of the voice API, for a call that is named by its leg.
    static String event(String type, String leg) {
        return """
                {"data": {"record_type": "event", "event_type": "%s", "id": "%s", "occurred_at": "%s", "payload": {
                  "call_control_id": "v3:%s", "call_leg_id": "%s", "call_session_id": "%s", "connection_id": "1",
                  "direction": "incoming", "from": "%s", "to": "%s", "state": "parked"}}}""".formatted(
                        type,
                        UUID.randomUUID(),
                        Instant.now(),
                        leg,
                        leg,
                        leg,
                        RunningProduct.CALLER,
                        RunningProduct.DEMO_NUMBER);
    }

    /// Delivers a webhook, signed now; the answer is its HTTP status.
    int deliver(URI product, String body) {
        return deliver(product, body, Instant.now(), body);
    }

    /// Delivers `sent` with the signature that `signed` would have had at `at`.
    int deliver(URI product, String signed, Instant at, String sent) {
        try {
            String timestamp = Long.toString(at.getEpochSecond());
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update((timestamp + "|" + signed).getBytes(UTF_8));
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(product.resolve("/webhooks/telnyx/voice"))
                            .header("content-type", "application/json")
                            .header("telnyx-timestamp", timestamp)
                            .header(
                                    "telnyx-signature-ed25519",
                                    Base64.getEncoder().encodeToString(signature.sign()))
                            .POST(BodyPublishers.ofString(sent))
                            .build(),
                    BodyHandlers.ofString());
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            commands.add(new Command(path.substring(path.lastIndexOf('/') + 1), JSON.readTree(body)));
        }
        byte[] answer = "{\"data\": {\"result\": \"ok\", \"is_alive\": true}}".getBytes(UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
