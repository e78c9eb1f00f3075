package dev.pickup.simulators.telnyx;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.Pcm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// A customer's media server: keeps every frame, and reacts as it is told. Public, as Jetty wants it.
public final class MediaServer implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    record Frame(JsonNode json, long nanos) {
        String event() {
            return json.path("event").asText();
        }

        byte[] payload() {
            return Base64.getDecoder().decode(json.at("/media/payload").asText());
        }

        /// Root mean square of little-endian L16.
        double level() {
            return level(ByteOrder.LITTLE_ENDIAN);
        }

        double level(ByteOrder order) {
            short[] samples = new short[payload().length / 2];
            ByteBuffer.wrap(payload()).order(order).asShortBuffer().get(samples);
            return Tones.rms(Pcm.of(samples), 0, samples.length);
        }
    }

    /// One socket.
    public final class Socket extends Session.Listener.AbstractAutoDemanding {
        final List<Frame> frames = new CopyOnWriteArrayList<>();
        final String token;
        volatile boolean closed;

        Socket(String token) {
            this.token = token;
        }

        @Override
        public void onWebSocketText(String message) {
            try {
                Frame frame = new Frame(JSON.readTree(message), System.nanoTime());
                frames.add(frame);
                reaction.accept(this, frame);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onWebSocketClose(int statusCode, String reason, Callback callback) {
            closed = true;
            callback.succeed();
        }

        @Override
        public void onWebSocketError(Throwable cause) {
            closed = true;
        }

        List<Frame> of(String event) {
            return frames.stream().filter(f -> f.event().equals(event)).toList();
        }

        Frame awaitOne(String event) {
            await("frame " + event)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !of(event).isEmpty());
            return of(event).getFirst();
        }

        void awaitCount(String event, int count) {
            await(count + " frames " + event)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> of(event).size() >= count);
        }

        synchronized void send(String text) {
            Callback.Completable done = new Callback.Completable();
            getSession().sendText(text, done);
            done.join();
        }

        /// In one message.
        void play(Pcm sound) {
            payload(l16(sound, ByteOrder.LITTLE_ENDIAN));
        }

        void payload(byte[] bytes) {
            send("{\"event\":\"media\",\"media\":{\"payload\":\""
                    + Base64.getEncoder().encodeToString(bytes) + "\"}}");
        }

        void mark(String name) {
            send("{\"event\":\"mark\",\"mark\":{\"name\":\"" + name + "\"}}");
        }

        void clear() {
            send("{\"event\":\"clear\"}");
        }
    }

    final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private volatile BiConsumer<Socket, Frame> reaction = (_, _) -> {};
    private volatile Predicate<String> admits = _ -> true;

    MediaServer() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ContextHandler context = new ContextHandler("/");
        context.setHandler(WebSocketUpgradeHandler.from(server, context, container -> {
            container.setMaxTextMessageSize(10_000_000);
            container.addMapping("/*", (request, response, callback) -> {
                String token = token(request);
                if (!admits.test(token)) {
                    Response.writeError(request, response, callback, 403);
                    return null;
                }
                Socket socket = new Socket(token);
                sockets.add(socket);
                return socket;
            });
        }));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The media server did not start", e);
        }
    }

    String url() {
        return "ws://127.0.0.1:" + connector.getLocalPort() + "/media";
    }

    /// Which token, the empty one included, is let in.
    void admits(Predicate<String> value) {
        admits = value;
    }

    /// What is said as soon as a socket is connected.
    void greets(Pcm sound) {
        reacts((socket, frame) -> {
            if (frame.event().equals("start")) {
                socket.play(sound);
                socket.mark("greeting");
            }
        });
    }

    BiConsumer<Socket, Frame> reaction() {
        return reaction;
    }

    void reacts(BiConsumer<Socket, Frame> value) {
        reaction = value;
    }

    Socket awaitSocket(int index) {
        await("media socket " + index).atMost(Duration.ofSeconds(30)).until(() -> sockets.size() > index);
        return sockets.get(index);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The media server did not stop", e);
        }
    }

    static byte[] l16(Pcm sound, ByteOrder order) {
        byte[] bytes = new byte[sound.length() * 2];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        for (int i = 0; i < sound.length(); i++) {
            buffer.putShort(sound.sample(i));
        }
        return bytes;
    }

    private static String token(ServerUpgradeRequest request) {
        String token = request.getHeaders().get("x-telnyx-streaming-auth-token");
        return token == null ? "" : token;
    }
}
