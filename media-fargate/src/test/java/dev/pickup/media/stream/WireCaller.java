package dev.pickup.media.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// The carrier's end of a media socket and the caller behind it: sends 20 ms every 20 ms, plays what comes in real
/// time, returns marks when they are reached, and keeps what was heard.
final class WireCaller implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRAME = 320;

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final String controlId;
    private final Deque<Object> buffer = new ArrayDeque<>();
    private final Deque<short[]> toSay = new ArrayDeque<>();
    private final List<short[]> heard = new ArrayList<>();
    private final Deque<String> marksDue = new ArrayDeque<>();
    private final Object sending = new Object();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private long chunk;
    private long speechAtNanos = -1;
    private long clearAtNanos = -1;
    private long audibleAtNanos = -1;
    private long silentSinceNanos = System.nanoTime();
    private volatile boolean hungUp;

    private WireCaller(String controlId) {
        this.controlId = controlId;
    }

    static WireCaller connect(int port, String token, String header, String controlId) throws Exception {
        WireCaller caller = new WireCaller(controlId);
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (header != null) {
            builder.header("x-telnyx-streaming-auth-token", header);
        }
        caller.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/media/telnyx/" + token), caller)
                .get(10, TimeUnit.SECONDS);
        return caller;
    }

    static WireCaller call(int port, FakeClaims.Offer offer) throws Exception {
        WireCaller caller = connect(port, offer.token().value(), offer.authToken(), offer.controlId());
        return caller.start("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
    }

    /// Sends `connected` and `start`, then audio for ever.
    WireCaller start(String connected) {
        send(connected);
        send("{\"event\":\"start\",\"sequence_number\":\"1\",\"stream_id\":\"s\",\"start\":{\"call_control_id\":\""
                + controlId + "\",\"media_format\":{\"encoding\":\"L16\",\"sample_rate\":16000,\"channels\":1}}}");
        Thread.ofVirtual().start(this::pace);
        return this;
    }

    void send(String frame) {
        synchronized (sending) {
            socket.sendText(frame, true).join();
        }
    }

    void sendBinary(byte[] bytes) {
        synchronized (sending) {
            socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        }
    }

    /// Says this now, over whatever is audible.
    synchronized void say(ScriptedSpeech speech, String text) {
        short[] samples = speech.callerSays(text);
        for (int i = 0; i < samples.length; i += FRAME) {
            short[] frame = new short[FRAME];
            System.arraycopy(samples, i, frame, 0, Math.min(FRAME, samples.length - i));
            toSay.add(frame);
        }
        speechAtNanos = -1;
        clearAtNanos = -1;
    }

    /// Waits until the agent has spoken and then been silent for `ms`.
    void awaitTurn(long ms) throws InterruptedException {
        await(() -> isSilent(ms));
        beginTurn();
    }

    /// Waits until the agent has said these words so many times, the last of its turn, and is silent. A pause alone
    /// tells no turn's end: on a busy machine there are pauses between words.
    void awaitTurn(String lastWords, int times) throws InterruptedException {
        await(() -> isSilent(300) && heardWords().split(Pattern.quote(lastWords), -1).length > times);
        beginTurn();
    }

    private synchronized boolean isSilent(long ms) {
        return audibleAtNanos > 0 && toSay.isEmpty() && System.nanoTime() - silentSinceNanos > ms * 1_000_000;
    }

    private synchronized void beginTurn() {
        audibleAtNanos = -1;
    }

    void awaitAudible() throws InterruptedException {
        await(() -> {
            synchronized (this) {
                return audibleAtNanos > 0;
            }
        });
    }

    /// From the first sample of speech sent to the `clear` received; -1 when none came.
    synchronized double clearAfterMs() {
        return clearAtNanos < 0 || speechAtNanos < 0 ? -1 : (clearAtNanos - speechAtNanos) / 1e6;
    }

    /// The words that were audible, one string.
    synchronized String heardWords() {
        short[] all = new short[heard.size() * FRAME];
        for (int i = 0; i < heard.size(); i++) {
            System.arraycopy(heard.get(i), 0, all, i * FRAME, FRAME);
        }
        return ScriptedSpeech.wordsIn(all);
    }

    void hangUp() {
        hungUp = true;
        send("{\"event\":\"stop\",\"sequence_number\":\"9\",\"stop\":{\"call_control_id\":\"" + controlId + "\"}}");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public void close() {
        hungUp = true;
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        hungUp = true;
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        hungUp = true;
        closed.complete(-1);
    }

    private synchronized void take(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            switch (frame.path("event").asText()) {
                case "media" -> {
                    byte[] bytes = Base64.getDecoder()
                            .decode(frame.at("/media/payload").asText());
                    short[] samples = new short[bytes.length / 2];
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asShortBuffer()
                            .get(samples);
                    buffer.add(samples);
                }
                case "mark" -> buffer.add(frame.at("/mark/name").asText());
                case "clear" -> clear();
                default -> throw new IllegalStateException(text);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void clear() {
        if (clearAtNanos < 0) {
            clearAtNanos = System.nanoTime();
        }
        List<Object> flushed = List.copyOf(buffer);
        buffer.clear();
        flushed.stream().filter(String.class::isInstance).forEach(name -> mark((String) name));
    }

    private void pace() {
        long next = System.nanoTime();
        try {
            while (!hungUp) {
                next += 20_000_000;
                long wait = next - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                tick();
            }
        } catch (InterruptedException | RuntimeException e) {
            hungUp = true;
        }
    }

    private void tick() {
        short[] mine;
        List<String> marks;
        synchronized (this) {
            while (buffer.peek() instanceof String name) {
                buffer.remove();
                mark(name);
            }
            Object next = buffer.poll();
            if (next instanceof short[] samples) {
                heard.add(samples);
                if (audibleAtNanos < 0) {
                    audibleAtNanos = System.nanoTime();
                }
                silentSinceNanos = System.nanoTime();
            } else {
                heard.add(new short[FRAME]);
            }
            mine = toSay.poll();
            if (mine != null && speechAtNanos < 0) {
                speechAtNanos = System.nanoTime();
            }
            marks = List.copyOf(marksDue);
            marksDue.clear();
        }
        marks.forEach(this::send);
        media(mine == null ? new short[FRAME] : mine);
    }

    private void media(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        chunk++;
        send("{\"event\":\"media\",\"sequence_number\":\"" + chunk + "\",\"stream_id\":\"s\",\"media\":{\"track\":"
                + "\"inbound\",\"chunk\":\"" + chunk + "\",\"timestamp\":\"" + chunk * 20 + "\",\"payload\":\""
                + Base64.getEncoder().encodeToString(bytes.array()) + "\"}}");
    }

    private void mark(String name) {
        marksDue.add("{\"event\":\"mark\",\"stream_id\":\"s\",\"mark\":{\"name\":\"" + name + "\"}}");
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within 60 s.");
            }
            Thread.sleep(10);
        }
    }
}
