package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.call.CallId;
import dev.pickup.core.carrier.telnyx.TelnyxMediaCodec;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.local.stack.StackSettings;
import dev.pickup.media.EnginesChoice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Somebody who knows the wire and means harm, or a carrier gone mad.
@Execution(ExecutionMode.CONCURRENT)
class HostileCarrierIT {
    private static final int GARBAGE_BYTES = 10 * 1024 * 1024;
    private static final int PIECE = 64 * 1024;

    @TempDir
    private static Path data;

    private static StandInCarrier carrier;
    private static RunningProduct product;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        carrier = new StandInCarrier();
        product = RunningProduct.with(StackSettings.at(0, data, data.resolve("models"))
                .withEngines(EnginesChoice.SCRIPTED)
                .withTelnyx(carrier.access()));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        product.close();
        carrier.close();
    }

    @Test
    void aWebhookThatIsOldOrAlteredOrForgedIsRefusedAndNothingIsWritten() {
        String leg = UUID.randomUUID().toString();
        String event = StandInCarrier.event("call.initiated", leg);

        assertThat(carrier.deliver(product.baseUrl(), event, Instant.now().minusSeconds(3600), event))
                .as("replayed after an hour")
                .isIn(401, 403);
        assertThat(carrier.deliver(product.baseUrl(), event, Instant.now(), event.replace("parked", "hidden")))
                .as("altered")
                .isIn(401, 403);
        assertThat(carrier.deliver(product.baseUrl(), "another body", Instant.now(), event))
                .as("forged")
                .isIn(401, 403);
        String call = CallId.of(CarrierName.TELNYX, leg).value();
        assertThat(product.call(call).path("status").asInt()).isEqualTo(404);
    }

    @Test
    void tenMegabytesOfGarbageOnTheSocketEndThatCallAlone() throws Exception {
        String leg = UUID.randomUUID().toString();
        JsonNode stream = ringUntilStream(leg);
        Closing closing = new Closing();
        WebSocket socket = open(stream, closing);

        flood(socket);

        assertThat(closing.code.get(10, TimeUnit.SECONDS)).isNotEqualTo(WebSocket.NORMAL_CLOSURE);
        assertThat(product.get("/api/calls").path("items").isArray()).isTrue();
        String other = UUID.randomUUID().toString();
        assertThat(carrier.deliver(product.baseUrl(), StandInCarrier.event("call.initiated", other)))
                .isEqualTo(200);
    }

    @Test
    void aSocketWithoutAGoodTokenIsNotOpened() {
        URI media = URI.create(product.baseUrl().toString().replace("http", "ws") + "/media/telnyx/");

        for (String token : new String[] {"", "guess", "a".repeat(8000)}) {
            assertThatThrownBy(() -> http.newWebSocketBuilder()
                            .connectTimeout(Duration.ofSeconds(5))
                            .buildAsync(URI.create(media + token), new Closing())
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    private static JsonNode ringUntilStream(String leg) {
        assertThat(carrier.deliver(product.baseUrl(), StandInCarrier.event("call.initiated", leg)))
                .isEqualTo(200);
        carrier.awaitCommand("answer");
        assertThat(carrier.deliver(product.baseUrl(), StandInCarrier.event("call.answered", leg)))
                .isEqualTo(200);
        return carrier.awaitCommand("streaming_start").body();
    }

    private static WebSocket open(JsonNode stream, Closing closing) {
        return http.newWebSocketBuilder()
                .header(
                        TelnyxMediaCodec.AUTH_TOKEN,
                        stream.path("stream_auth_token").asText())
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(URI.create(stream.path("stream_url").asText()), closing)
                .join();
    }

    private static void flood(WebSocket socket) {
        String piece = "\u00e4{[".repeat(PIECE / 3);
        for (int sent = 0; sent < GARBAGE_BYTES && !socket.isOutputClosed(); sent += PIECE) {
            try {
                socket.sendText(piece, sent + PIECE >= GARBAGE_BYTES).get(5, TimeUnit.SECONDS);
            } catch (Exception _) {
                return; // closed from the other side: that is what the test waits for
            }
        }
    }

    /// Notes how the socket was closed.
    private static final class Closing implements WebSocket.Listener {
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            code.complete(status);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            code.complete(-1);
        }
    }
}
