package dev.pickup.simulators.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A simulated AWS service on a loopback port. Every request must be signed by [#ACCESS_KEY] for the right service;
/// then the next fault of the script happens to it, or the service answers. Any thread; close it once.
public final class AwsEndpoint implements AutoCloseable {
    /// The only credentials that are let in. Of no account anywhere.
    public static final String ACCESS_KEY = SigV4.ACCESS_KEY;

    public static final String SECRET_KEY = SigV4.SECRET_KEY;

    static {
        // Or the second piece of an answer waits 40 ms for the first one to be acknowledged: no service does that.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AwsService service;
    private final SigV4 signatures;
    private final Queue<AwsFault> faults = new ConcurrentLinkedQueue<>();
    private volatile Predicate<AwsRequest> spared = _ -> false;
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    private AwsEndpoint(AwsService service) throws IOException {
        this.service = service;
        this.signatures = new SigV4(service.signingName());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public static AwsEndpoint start(AwsService service) {
        try {
            return new AwsEndpoint(service);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No port for a simulated service.", e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The next requests meet these, one each, in this order.
    public void next(AwsFault... script) {
        faults.addAll(List.of(script));
    }

    /// Such requests are answered as if there were no script.
    public void spare(Predicate<AwsRequest> requests) {
        spared = requests;
    }

    /// Requests that came so far, refused ones included.
    public int requests() {
        return requests.get();
    }

    /// Why requests were not let in: codes such as `InvalidSignatureException`, in order.
    public List<String> refusals() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            AwsRequest request = AwsRequest.read(exchange);
            Optional<String> refusal = signatures.refusal(request);
            if (refusal.isPresent()) {
                refused.add(refusal.get());
                write(
                        exchange,
                        service.refuse(request, 403, refusal.get(), "The request is not signed as it must be."));
                return;
            }
            AwsFault fault = spared.test(request) ? null : faults.poll();
            switch (fault) {
                case null -> write(exchange, service.answer(request));
                case AwsFault.Refuse(int status, String code) ->
                    write(exchange, service.refuse(request, status, code, "As the script says."));
                case AwsFault.HangUp _ -> {}
                case AwsFault.LoseAnswer _ -> service.answer(request);
                case AwsFault.Delay(var time) -> {
                    Thread.sleep(time);
                    write(exchange, service.answer(request));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, AwsReply reply) throws IOException, InterruptedException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders()
                .set("x-amzn-RequestId", java.util.UUID.randomUUID().toString());
        if (reply.streamed()) {
            exchange.sendResponseHeaders(reply.status(), 0); // 0: chunked
            try (OutputStream out = exchange.getResponseBody()) {
                reply.body().write(out);
            }
            return;
        }
        var whole = new java.io.ByteArrayOutputStream();
        reply.body().write(whole);
        exchange.sendResponseHeaders(reply.status(), whole.size() == 0 ? -1 : whole.size());
        exchange.getResponseBody().write(whole.toByteArray());
    }
}
