package dev.pickup.benchmarks.audio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.benchmarks.server.AnyCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.carrier.telnyx.TelnyxWebhookCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Takes the exchange's webhooks and does the least there is to do: answers, and asks for a stream.
final class Desk implements AutoCloseable {
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<Carrier> carrier;
    private final Supplier<TelnyxWebhookCodec> codec;
    private final URI media;

    /// @param carrier known once the exchange has started, which needs to know where we are
    /// @param media   where the media task listens
    Desk(Supplier<Carrier> carrier, Supplier<TelnyxWebhookCodec> codec, URI media) throws IOException {
        this.carrier = carrier;
        this.codec = codec;
        this.media = media;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, NO_BODY);
            switch (codec.get().parse(WebhookRequest.of(Map.of(), body, false), Instant.now())) {
                case CarrierEvent.CallOffered offered ->
                    carrier.get()
                            .answer(offered.offer().leg(), id(offered.offer().leg(), "answer"));
                case CarrierEvent.CallAnswered answered ->
                    stream(answered.offer().leg());
                default -> {} // nothing else needs an answer
            }
        }
    }

    private void stream(CallLeg leg) {
        URI url = media.resolve(
                "/media/telnyx/" + StreamToken.next(new SecureRandom()).value());
        carrier.get().startStream(leg, new StreamRequest(url, AnyCall.AUTH_TOKEN), id(leg, "stream"));
    }

    private static CommandId id(CallLeg leg, String name) {
        return CommandId.of(leg.legId(), name);
    }
}
