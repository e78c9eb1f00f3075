package dev.pickup.simulators.polly;

import dev.pickup.simulators.eventstream.EventStreamServer;
import dev.pickup.simulators.eventstream.FaultPlan;
import dev.pickup.simulators.eventstream.ServiceReply;
import dev.pickup.simulators.eventstream.ServiceRequest;
import dev.pickup.simulators.eventstream.StreamingService.Incoming;
import dev.pickup.simulators.polly.SynthesisParameters.RefusedException;
import dev.pickup.simulators.tls.ServerCertificate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// The simulated service on a port of 127.0.0.1: both operations over HTTP/2, requests signed for `polly` only.
/// Any thread; close it once.
public final class PollySimulator implements AutoCloseable {
    private final Account account;
    private final FaultPlan<PollyFault> speechFaults = new FaultPlan<>();
    private final FaultPlan<PollyFault> streamFaults = new FaultPlan<>();
    private final List<SynthesisStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final EventStreamServer server;

    /// What one `SynthesizeSpeech` asked for.
    public record SpeechReport(SynthesisParameters parameters, String text) {}

    /// What one stream brought.
    ///
    /// @param texts   that were not blank, in order
    /// @param flushes how often synthesis was forced
    /// @param closed  whether the client ended it itself
    /// @param over    whether it is closed by now
    public record StreamReport(
            SynthesisParameters parameters,
            List<String> texts,
            int flushes,
            boolean closed,
            List<String> complaints,
            boolean over) {
        public StreamReport {
            texts = List.copyOf(texts);
            complaints = List.copyOf(complaints);
        }
    }

    /// What requests share.
    record Account(
            ServiceTerms terms, Voice voice, Quota quota, List<SpeechReport> speeches, SplittableRandom randoms) {
        void asked(SpeechReport report) {
            speeches.add(report);
        }

        /// Of one request: with the same source for each, the first text of all streams would take equally long.
        RandomGenerator random() {
            synchronized (randoms) {
                return randoms.split();
            }
        }
    }

    private PollySimulator(ServiceTerms terms, Voice voice, Optional<ServerCertificate> certificate) {
        this.account = new Account(
                terms, voice, new Quota(terms), new CopyOnWriteArrayList<>(), new SplittableRandom(terms.seed()));
        this.server = EventStreamServer.start(this::open, certificate);
    }

    /// In plain text.
    public static PollySimulator start(ServiceTerms terms, Voice voice) {
        return start(terms, voice, Optional.empty());
    }

    /// @param certificate what it proves itself with; empty for plain text
    public static PollySimulator start(ServiceTerms terms, Voice voice, Optional<ServerCertificate> certificate) {
        return new PollySimulator(terms, voice, certificate);
    }

    /// For a client's endpoint override.
    public URI endpoint() {
        return server.endpoint();
    }

    /// What goes wrong with `SynthesizeSpeech` from now on.
    public FaultPlan<PollyFault> speechFaults() {
        return speechFaults;
    }

    /// What goes wrong with `StartSpeechSynthesisStream` from now on.
    public FaultPlan<PollyFault> streamFaults() {
        return streamFaults;
    }

    /// All `SynthesizeSpeech` requests that were accepted, in order.
    public List<SpeechReport> speeches() {
        return List.copyOf(account.speeches());
    }

    /// All streams that were accepted, in order.
    public List<StreamReport> streams() {
        return streams.stream().map(SynthesisStream::report).toList();
    }

    /// Requests and streams that are open now.
    public int live() {
        return account.quota().open();
    }

    /// Requests that were not accepted.
    public int refused() {
        return refused.get();
    }

    /// Which kinds of TLS handshakes clients made so far.
    public Set<EventStreamServer.Handshake> handshakes() {
        return server.handshakes();
    }

    /// Connections that clients have opened so far.
    public int connections() {
        return server.connections();
    }

    @Override
    public void close() {
        server.close();
    }

    private Incoming open(ServiceRequest request, ServiceReply reply) {
        boolean stream = request.path().equals("/v1/synthesisStream");
        if (!request.method().equals("POST") || !(stream || request.path().equals("/v1/speech"))) {
            return refuse(reply, 404, "UnknownOperationException", "There is no such operation.");
        }
        if (!request.isSignedFor("polly") || request.sendsEvents() != stream) {
            return refuse(reply, 403, "InvalidSignatureException", "The request is not signed as it must be.");
        }
        var planned = (stream ? streamFaults : speechFaults).take();
        if (planned.isPresent() && planned.get().fault() instanceof PollyFault.Refuse(int status, String type)) {
            return refuse(reply, status, type, "As the script says.");
        }
        if (!account.quota().enter()) {
            return refuse(reply, 400, "ThrottlingException", "Rate exceeded");
        }
        return stream ? stream(request, reply, planned) : new SpeechRequest(account, reply, planned);
    }

    private Incoming stream(
            ServiceRequest request, ServiceReply reply, Optional<FaultPlan.Planned<PollyFault>> planned) {
        try {
            var parameters = SynthesisParameters.of(
                    name -> request.header("x-amzn-" + name.toLowerCase(java.util.Locale.ROOT)),
                    account.terms().lexicons());
            if (!parameters.engine().equals("generative") || parameters.marks()) {
                throw new RefusedException(400, "ValidationException", "Streams are for generative voices and audio.");
            }
            reply.head(
                    200,
                    Map.of(
                            "content-type",
                            "application/vnd.amazon.eventstream",
                            "x-amzn-requestid",
                            UUID.randomUUID().toString()));
            SynthesisStream opened = new SynthesisStream(account, parameters, reply, planned);
            streams.add(opened);
            return opened;
        } catch (RefusedException e) {
            account.quota().leave();
            return refuse(reply, e.status(), e.type(), e.getMessage());
        }
    }

    private Incoming refuse(ServiceReply reply, int status, String type, String message) {
        refused.incrementAndGet();
        reply.refuse(status, type, message);
        return Incoming.ignored();
    }
}
