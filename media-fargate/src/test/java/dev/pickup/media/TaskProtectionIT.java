package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskProtectionIT {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ON = "on for 120 minutes";

    private final AtomicInteger calls = new AtomicInteger();
    private final Agent agent = new Agent();
    private TaskProtection protection;

    @BeforeEach
    void start() {
        protection = new TaskProtection(agent.uri(), calls::get, PAUSE);
    }

    @AfterEach
    void stop() {
        protection.close();
        agent.server.stop(0);
    }

    /// A busy machine may see protection renewed before it looks: what counts is the order.
    @Test
    void aTaskProtectsItselfWhileItHoldsCalls() {
        calls.set(2);
        eventually(() -> assertThat(agent.taken).isNotEmpty());
        calls.set(0);
        eventually(() -> assertThat(agent.taken).endsWith("off"));
        assertThat(agent.taken.stream().distinct()).containsExactly(ON, "off");
    }

    @Test
    void whatEcsRefusesIsAskedForAgain() {
        agent.refusals.add(500);
        agent.refusals.add(429);
        calls.set(1);
        eventually(() -> assertThat(agent.taken).isNotEmpty());
        assertThat(agent.refusals).isEmpty();
    }

    @Test
    void protectionIsRenewedAtHalfTime() {
        calls.set(1);
        eventually(() -> assertThat(agent.taken).hasSizeGreaterThan(1));
        assertThat(agent.taken).containsOnly(ON);
    }

    /// A failure says what was taken, and what was asked for wrongly.
    private void eventually(ThrowingRunnable fact) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(agent.wrong).as("asked for wrongly").isEmpty();
            fact.run();
        });
    }

    /// The ECS container agent's endpoint, as far as a task uses it. Source: Amazon ECS Developer Guide, "Amazon ECS
    /// task scale-in protection endpoint".
    private static final class Agent {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final int LONGEST_MINUTES = 2_880;

        final List<String> taken = new CopyOnWriteArrayList<>();
        final List<String> wrong = new CopyOnWriteArrayList<>();
        final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
        final HttpServer server;

        Agent() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            server.createContext("/", this::serve);
            server.start();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/5c1e");
        }

        private synchronized void serve(HttpExchange exchange) throws IOException {
            try (exchange) {
                Integer refusal = refusals.poll();
                JsonNode asked = JSON.readTree(exchange.getRequestBody());
                if (refusal != null) {
                    answer(exchange, refusal, "{\"error\":{\"Code\":\"ServerException\"}}");
                } else if (isRight(exchange, asked)) {
                    taken.add(
                            asked.path("ProtectionEnabled").asBoolean()
                                    ? "on for " + asked.path("ExpiresInMinutes") + " minutes"
                                    : "off");
                    answer(exchange, 200, "{\"protection\":" + asked + "}");
                } else {
                    wrong.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + asked);
                    answer(exchange, 400, "{\"error\":{\"Code\":\"InvalidParameterException\"}}");
                }
            }
        }

        private static boolean isRight(HttpExchange exchange, JsonNode asked) {
            int minutes = asked.path("ExpiresInMinutes").asInt(1);
            return exchange.getRequestMethod().equals("PUT")
                    && exchange.getRequestURI().getPath().equals("/api/5c1e/task-protection/v1/state")
                    && asked.path("ProtectionEnabled").isBoolean()
                    && minutes >= 1
                    && minutes <= LONGEST_MINUTES;
        }

        private static void answer(HttpExchange exchange, int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
