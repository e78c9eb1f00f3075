package dev.pickup.simulators.aws;

import dev.pickup.simulators.eventstream.EventStreamServer;
import dev.pickup.simulators.tls.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A simulated AWS service on a loopback port. Every request must be signed by [#ACCESS_KEY] for the right service;
/// then the next fault of the script happens to it, or the service answers. Any thread; close it once.
public final class AwsEndpoint implements AutoCloseable {
    /// The only credentials that are let in. Of no account anywhere.
    public static final String ACCESS_KEY = SigV4.ACCESS_KEY;

    public static final String SECRET_KEY = SigV4.SECRET_KEY;

    private final Door door;
    private final AwsService service;
    private final SigV4 signatures;
    private final Queue<AwsFault> faults = new ConcurrentLinkedQueue<>();
    private volatile Predicate<AwsRequest> spared = _ -> false;
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    private AwsEndpoint(AwsService service, Entrance entrance) {
        this.service = service;
        this.signatures = new SigV4(service.signingName());
        this.door = entrance.open(this::answer);
    }

    /// Makes its door.
    private interface Entrance {
        Door open(Door.Desk desk);
    }

    /// HTTP/1.1 in plain text, as emulators of AWS speak it.
    public static AwsEndpoint start(AwsService service) {
        return new AwsEndpoint(service, desk -> {
            try {
                return new Http1Door(desk);
            } catch (IOException e) {
                throw new UncheckedIOException("No port for a simulated service.", e);
            }
        });
    }

    /// HTTP/2, as the services that stream speak it.
    ///
    /// @param certificate what it proves itself with; empty for plain text
    public static AwsEndpoint startHttp2(AwsService service, Optional<ServerCertificate> certificate) {
        return new AwsEndpoint(service, desk -> new Http2Door(desk, certificate));
    }

    public URI uri() {
        return door.uri();
    }

    /// Which kinds of TLS handshakes clients made so far.
    public Set<EventStreamServer.Handshake> handshakes() {
        return door instanceof Http2Door http2 ? http2.handshakes() : Set.of();
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
        door.close();
    }

    private Optional<AwsReply> answer(AwsRequest request) throws InterruptedException {
        requests.incrementAndGet();
        Optional<String> refusal = signatures.refusal(request);
        if (refusal.isPresent()) {
            refused.add(refusal.get());
            return Optional.of(service.refuse(request, 403, refusal.get(), "The request is not signed as it must be."));
        }
        AwsFault fault = spared.test(request) ? null : faults.poll();
        return switch (fault) {
            case null -> Optional.of(service.answer(request));
            case AwsFault.Refuse(int status, String code) ->
                Optional.of(service.refuse(request, status, code, "As the script says."));
            case AwsFault.HangUp _ -> Optional.empty();
            case AwsFault.LoseAnswer _ -> {
                AwsReply _ = service.answer(request);
                yield Optional.empty();
            }
            case AwsFault.Delay(var time) -> {
                Thread.sleep(time);
                yield Optional.of(service.answer(request));
            }
        };
    }
}
