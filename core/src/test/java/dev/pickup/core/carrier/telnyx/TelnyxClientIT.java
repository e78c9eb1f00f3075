package dev.pickup.core.carrier.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelnyxClientIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CallLeg LEG = new CallLeg(CarrierName.TELNYX, "leg-1", "v3:a/b c", "session-1");
    private static final CommandId ID = CommandId.of("call_1", "answer");
    private static final Answer OK = new Answer(200, "{\"data\":{\"result\":\"ok\"}}");

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private HttpServer server;
    private HttpClient http;
    private TelnyxClient client;

    private record Request(String line, String key, JsonNode body) {}

    /// Status 0: the connection is closed without an answer.
    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/", this::serve);
        server.start();
        http = HttpClient.newHttpClient();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2");
        client = new TelnyxClient(
                new TelnyxSettings(base, "KEY0123", Duration.ofSeconds(2), 3, Duration.ofMillis(1)), http);
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    static Stream<Arguments> commands() {
        StreamRequest stream = new StreamRequest(URI.create("ws://media.example.com/media/telnyx/abc"), "secret");
        return Stream.of(
                command("answer", c -> c.answer(LEG, ID), "{}"),
                command("streaming_start", c -> c.startStream(LEG, stream, ID), """
                        {"stream_url":"ws://media.example.com/media/telnyx/abc","stream_track":"inbound_track",
                         "stream_codec":"L16","stream_bidirectional_mode":"rtp","stream_bidirectional_codec":"L16",
                         "stream_bidirectional_sampling_rate":16000,"stream_bidirectional_target_legs":"self",
                         "stream_auth_token":"secret"}"""),
                command("streaming_stop", c -> c.stopStream(LEG, ID), "{}"),
                command("hangup", c -> c.hangUp(LEG, ID), "{}"),
                command("speak", c -> c.speak(LEG, "Goodbye.", "en-US", ID), """
                        {"payload":"Goodbye.","payload_type":"text","voice":"AWS.Polly.Joanna-Neural",
                         "language":"en-US"}"""),
                command("transfer", c -> c.transfer(LEG, new PhoneNumber("+14155550100"), ID), """
                        {"to":"+14155550100","timeout_secs":25,"target_leg_client_state":"%s"}""".formatted(
                                ClientState.ofTransferTarget("leg-1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void sendsACommandAsTheCarrierWantsIt(String action, Consumer<Carrier> command, String body) throws Exception {
        answers.add(OK);
        command.accept(client);
        Request request = requests.getFirst();
        assertThat(request.line()).isEqualTo("POST /v2/calls/v3%3Aa%2Fb%20c/actions/" + action);
        assertThat(request.key()).isEqualTo("Bearer KEY0123");
        JsonNode wanted = JSON.readTree(body);
        assertThat(request.body().path("command_id").asText()).isEqualTo(ID.toString());
        assertThat(request.body().path("client_state").asText()).isEqualTo(ClientState.ofCaller("leg-1"));
        assertThat(without(request.body())).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "422, 90018, LEG_GONE",
        "422, 90015, LEG_GONE",
        "404, 10005, LEG_GONE",
        "422, 90045, STREAM_IN_USE",
        "422, 90048, STREAM_NOT_IN_USE",
        "422, 90034, NOT_ANSWERED",
        "401, 10009, NOT_ALLOWED",
        "403, 10010, NOT_ALLOWED",
        "400, 10015, OTHER",
        "422, 10027, OTHER"
    })
    void aRefusalIsNotRepeatedAndSaysWhy(int status, String code, Reason reason) {
        answers.add(error(status, code));
        assertThatThrownBy(() -> client.answer(LEG, ID)).isInstanceOfSatisfying(CarrierRejectedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.requestId()).isEqualTo("request-7");
            assertThat(e).hasMessageNotContaining("a sentence with +14155550100");
        });
        assertThat(requests).hasSize(1);
    }

    @Test
    void repeatsTheSameCommandUntilItIsTaken() {
        answers.addAll(List.of(new Answer(0, ""), error(500, "10007"), OK));
        client.answer(LEG, ID);
        assertThat(requests).hasSize(3);
        assertThat(requests.stream().map(Request::body).distinct()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"500, 10007", "503, 10007", "429, 10011", "409, 10036", "502, http-502"})
    void givesUpAfterALimitAndSaysThatTheOutcomeIsUnknown(int status, String code) {
        Answer answer = code.startsWith("http") ? new Answer(status, "<html>") : error(status, code);
        answers.addAll(List.of(answer, answer, answer, OK));
        assertThatThrownBy(() -> client.hangUp(LEG, ID))
                .isInstanceOfSatisfying(
                        CarrierUnavailableException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
        assertThat(requests).hasSize(3);
    }

    @Test
    void asksForALegsStatus() {
        answers.add(new Answer(200, "{\"data\":{\"is_alive\":true}}"));
        answers.add(new Answer(200, "{\"data\":{\"is_alive\":false,\"end_time\":\"2026-11-23T10:00:00Z\"}}"));
        answers.add(error(404, "10005"));
        answers.add(error(422, "90015"));
        assertThat(client.status(LEG)).isEqualTo(new LegStatus.Alive());
        assertThat(client.status(LEG))
                .isEqualTo(new LegStatus.Ended(Optional.of(Instant.parse("2026-11-23T10:00:00Z"))));
        assertThat(client.status(LEG)).isEqualTo(new LegStatus.Unknown());
        assertThat(client.status(LEG)).isEqualTo(new LegStatus.Unknown());
        assertThat(requests.getFirst().line()).isEqualTo("GET /v2/calls/v3%3Aa%2Fb%20c");
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(new Request(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                JSON.readTree(body)));
        Answer answer = answers.removeFirst();
        if (answer.status() > 0) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("x-request-id", "request-7");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Answer error(int status, String code) {
        return new Answer(
                status,
                "{\"errors\":[{\"code\":\"" + code
                        + "\",\"title\":\"t\",\"detail\":\"a sentence with +14155550100\"}]}");
    }

    private static JsonNode without(JsonNode body) {
        ObjectNode copy = body.deepCopy();
        return copy.remove(List.of("command_id", "client_state"));
    }

    private static Arguments command(String action, Consumer<Carrier> command, String body) {
        return Arguments.of(action, command, body);
    }
}
