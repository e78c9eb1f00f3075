package dev.pickup.simulators.telnyx;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// A customer's webhook receiver: keeps every delivery, and answers as it is told.
final class WebhookCatcher implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    record Delivery(
            String path, String timestamp, String signature, String userAgent, String raw, JsonNode body, long nanos) {
        String type() {
            return body.at("/data/event_type").asText();
        }

        String id() {
            return body.at("/data/id").asText();
        }

        int attempt() {
            return body.at("/meta/attempt").asInt();
        }

        JsonNode payload() {
            return body.at("/data/payload");
        }

        String callControlId() {
            return payload().path("call_control_id").asText();
        }

        boolean verifies(String publicKey) throws Exception {
            byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
            byte[] key = new byte[44];
            System.arraycopy(prefix, 0, key, 0, 12);
            System.arraycopy(Base64.getDecoder().decode(publicKey), 0, key, 12, 32);
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            verifier.update((timestamp + "|" + raw).getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        }
    }

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Delivery> status = _ -> 200;
    private volatile Consumer<Delivery> reaction = _ -> {};

    WebhookCatcher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// What is answered to each delivery; below zero: nothing until the carrier gives up.
    void answers(ToIntFunction<Delivery> value) {
        status = value;
    }

    /// Done on another thread after the answer.
    void reacts(Consumer<Delivery> value) {
        reaction = value;
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    List<Delivery> of(String type) {
        return deliveries.stream().filter(d -> d.type().equals(type)).toList();
    }

    List<String> types() {
        return deliveries.stream().map(Delivery::type).toList();
    }

    Delivery awaitOne(String type) {
        await("webhook " + type).atMost(Duration.ofSeconds(30)).until(() -> !of(type).isEmpty());
        return of(type).getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            Delivery delivery = new Delivery(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("telnyx-timestamp"),
                    headers.getFirst("telnyx-signature-ed25519"),
                    headers.getFirst("User-Agent"),
                    raw,
                    JSON.readTree(raw),
                    System.nanoTime());
            deliveries.add(delivery);
            int answer = status.applyAsInt(delivery);
            if (answer < 0) {
                Thread.sleep(3000);
                return;
            }
            exchange.sendResponseHeaders(answer, -1);
            Thread.ofVirtual().start(() -> reaction.accept(delivery));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
