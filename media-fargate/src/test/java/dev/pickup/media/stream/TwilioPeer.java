package dev.pickup.media.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Twilio's end of a media socket: sends frames as they are given, and keeps what comes.
final class TwilioPeer implements WebSocket.Listener, AutoCloseable {
    static final String STREAM = "MZ" + "0f".repeat(16);
    private static final ObjectMapper JSON = new ObjectMapper();

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    TwilioPeer(int port, FakeClaims.Offer offer) throws Exception {
        URI uri = URI.create(
                "ws://127.0.0.1:" + port + "/media/twilio/" + offer.token().value());
        socket = http.newWebSocketBuilder().buildAsync(uri, this).get(30, TimeUnit.SECONDS);
        send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    }

    /// `start` as Twilio writes it.
    static String start(String callSid, String token, String encoding) {
        return "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"streamSid\":\"" + STREAM + "\",\"start\":{"
                + "\"accountSid\":\"AC" + "1".repeat(32) + "\",\"streamSid\":\"" + STREAM + "\",\"callSid\":\""
                + callSid + "\",\"tracks\":[\"inbound\"],\"mediaFormat\":{\"encoding\":\"" + encoding
                + "\",\"sampleRate\":8000,\"channels\":1},\"customParameters\":{\"token\":\"" + token + "\"}}}";
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    List<JsonNode> of(String event) {
        return frames.stream()
                .filter(frame -> frame.path("event").asText().equals(event))
                .toList();
    }

    /// The stream is over, and so is the socket.
    void hangUp(String callSid) {
        send("{\"event\":\"stop\",\"sequenceNumber\":\"9\",\"streamSid\":\"" + STREAM
                + "\",\"stop\":{\"accountSid\":\"AC\",\"callSid\":\"" + callSid + "\"}}");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
