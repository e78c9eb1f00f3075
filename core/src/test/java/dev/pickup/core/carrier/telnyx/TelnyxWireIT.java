package dev.pickup.core.carrier.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which requests are repeated, how often, and what an end says.
class TelnyxWireIT {
    private static final String KEY = "KEYvery_secret_0123456789";
    private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("private", "data");
    private static final int LOST = 0;

    /// @param status [#LOST]: the connection is closed without an answer
    private record Answer(int status, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private TelnyxWire wire;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2");
        wire = new TelnyxWire(new TelnyxSettings(base, KEY, Duration.ofSeconds(20), 3, Duration.ofMillis(1)), http);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {LOST, 429, 500, 503})
    void whatLeadsToAStateIsRepeatedUntilItIsAnswered(int trouble) {
        for (Supplier<TelnyxReply> request : repeatable()) {
            requests.clear();
            answers.add(new Answer(trouble, "{}"));
            answers.add(new Answer(trouble, "{}"));
            answers.add(new Answer(200, "{\"data\":{\"id\":\"1\"}}"));
            assertThat(request.get().data().path("id").asText()).isEqualTo("1");
            assertThat(requests).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LOST, 429, 500, 503})
    void afterTheLastAttemptTheOutcomeIsUnknown(int trouble) {
        for (Supplier<TelnyxReply> request : repeatable()) {
            requests.clear();
            for (int i = 0; i < 3; i++) {
                answers.add(new Answer(trouble, "{\"errors\":[{\"code\":\"10007\",\"detail\":\"private data\"}]}"));
            }
            assertThatThrownBy(request::get).isInstanceOfSatisfying(CarrierUnavailableException.class, e -> {
                assertThat(e.code()).isEqualTo(trouble == LOST ? "connection" : "10007");
                assertThat(e.requestId()).isEqualTo(trouble == LOST ? "" : "req-3");
                assertThat(e).hasMessageNotContaining("private").hasMessageNotContaining(KEY);
            });
            // when a connection is closed on a GET, the JDK's client asks once more by itself
            boolean twiceAsOften = trouble == LOST && requests.getFirst().startsWith("GET");
            assertThat(requests).hasSizeBetween(3, twiceAsOften ? 6 : 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LOST, 429, 500})
    void whatWouldBeMadeTwiceIsAskedForOnce(int trouble) {
        answers.add(new Answer(trouble, "a proxy's page"));
        assertThatThrownBy(() -> wire.postOnce("/things", BODY))
                .isInstanceOfSatisfying(
                        CarrierUnavailableException.class,
                        e -> assertThat(e.code()).isEqualTo(trouble == LOST ? "connection" : "http-" + trouble));
        assertThat(requests).containsExactly("POST /v2/things Bearer " + KEY + " {\"private\":\"data\"}");
    }

    @Test
    void aResourceThatIsBeingProcessedIsAskedForAgain() {
        answers.add(new Answer(409, "{\"errors\":[{\"code\":\"10036\"}]}"));
        answers.add(new Answer(200, "{}"));
        assertThat(wire.patch("/things/1", BODY).ok()).isTrue();
    }

    @Test
    void aRefusalIsFinalAndIsToldWithoutItsBody() {
        answers.add(new Answer(422, "{\"errors\":[{\"code\":\"10027\",\"detail\":\"private data\"}]}"));
        TelnyxReply reply = wire.patch("/things/1", BODY);
        assertThat(requests).hasSize(1);
        assertThat(reply.words()).isEqualTo("private data");
        assertThatThrownBy(reply::orRejected).isInstanceOfSatisfying(CarrierRejectedException.class, e -> {
            assertThat(e.reason()).isEqualTo(CarrierRejectedException.Reason.OTHER);
            assertThat(e.code()).isEqualTo("10027");
            assertThat(e.requestId()).isEqualTo("req-1");
            assertThat(e).hasMessageNotContaining("private");
        });
    }

    private List<Supplier<TelnyxReply>> repeatable() {
        return List.of(
                () -> wire.get("/things"),
                () -> wire.post("/things", BODY),
                () -> wire.patch("/things/1", BODY),
                () -> wire.delete("/things/1"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            Answer answer = answers.remove();
            if (answer.status() == LOST) {
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-request-id", "req-" + requests.size());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
