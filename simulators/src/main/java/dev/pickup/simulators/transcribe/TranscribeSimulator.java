package dev.pickup.simulators.transcribe;

import dev.pickup.simulators.eventstream.EventStreamServer;
import dev.pickup.simulators.eventstream.FaultPlan;
import dev.pickup.simulators.eventstream.ServiceReply;
import dev.pickup.simulators.eventstream.ServiceRequest;
import dev.pickup.simulators.eventstream.StreamingService;
import dev.pickup.simulators.tls.ServerCertificate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The simulated service on a port of 127.0.0.1. It takes only requests that are signed for `transcribe`, and
/// only audio
/// that is framed as the reference says. Any thread; close it once.
public final class TranscribeSimulator implements AutoCloseable {
    private static final String PATH = "/stream-transcription";

    private final ServiceTerms terms;
    private final Recognizer recognizer;
    private final FaultPlan<TranscribeFault> faults = new FaultPlan<>();
    private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final EventStreamServer server;

    private TranscribeSimulator(ServiceTerms terms, Recognizer recognizer, Optional<ServerCertificate> certificate) {
        this.terms = terms;
        this.recognizer = recognizer;
        this.server = EventStreamServer.start(this::open, certificate);
    }

    /// In plain text.
    public static TranscribeSimulator start(ServiceTerms terms, Recognizer recognizer) {
        return start(terms, recognizer, Optional.empty());
    }

    /// @param certificate what it proves itself with; empty for plain text
    public static TranscribeSimulator start(
            ServiceTerms terms, Recognizer recognizer, Optional<ServerCertificate> certificate) {
        return new TranscribeSimulator(terms, recognizer, certificate);
    }

    /// For a client's endpoint override.
    public URI endpoint() {
        return server.endpoint();
    }

    /// What goes wrong with streams that open from now on.
    public FaultPlan<TranscribeFault> faults() {
        return faults;
    }

    /// Has every stream that is open now meet a fault with its next audio.
    public void strike(TranscribeFault fault) {
        streams.stream().filter(stream -> !stream.isOver()).forEach(stream -> stream.strike(fault));
    }

    /// Connections that clients have opened so far.
    public int connections() {
        return server.connections();
    }

    /// How many of them are open now.
    public int openConnections() {
        return server.openConnections();
    }

    /// Which kinds of TLS handshakes clients made so far.
    public Set<EventStreamServer.Handshake> handshakes() {
        return server.handshakes();
    }

    /// All streams that were accepted, in order.
    public List<StreamReport> streams() {
        return streams.stream().map(LiveStream::report).toList();
    }

    /// Streams that are open now.
    public int live() {
        return live.get();
    }

    /// Requests that were not accepted.
    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private StreamingService.Incoming open(ServiceRequest request, ServiceReply reply) {
        if (!request.method().equals("POST") || !request.path().equals(PATH)) {
            return refuse(reply, 404, "UnknownOperationException", "There is no such operation.");
        }
        if (!request.isSignedFor("transcribe") || !request.sendsEvents()) {
            return refuse(reply, 403, "InvalidSignatureException", "The request is not signed as it must be.");
        }
        Optional<FaultPlan.Planned<TranscribeFault>> planned = faults.take();
        if (planned.isPresent() && planned.get().fault() instanceof TranscribeFault.Refuse(int status, String type)) {
            return refuse(reply, status, type, "As the script says.");
        }
        try {
            return accept(StreamParameters.of(request, terms.vocabularies()), reply, planned);
        } catch (StreamParameters.BadRequestException e) {
            return refuse(reply, 400, "BadRequestException", e.getMessage());
        }
    }

    private StreamingService.Incoming accept(
            StreamParameters parameters, ServiceReply reply, Optional<FaultPlan.Planned<TranscribeFault>> planned) {
        String session = parameters.sessionId();
        boolean taken = !session.isEmpty()
                && streams.stream()
                        .anyMatch(stream -> !stream.isOver()
                                && stream.report().parameters().sessionId().equals(session));
        if (taken) {
            return refuse(reply, 409, "ConflictException", "A stream with this session ID is open.");
        }
        if (live.incrementAndGet() > terms.mostStreams()) {
            live.decrementAndGet();
            return refuse(reply, 429, "LimitExceededException", "Your account has too many streams open.");
        }
        LiveStream stream = new LiveStream(parameters, reply, recognizer, terms, planned, live::decrementAndGet);
        streams.add(stream);
        reply.head(
                200,
                Map.of(
                        "content-type",
                        "application/vnd.amazon.eventstream",
                        "x-amzn-request-id",
                        UUID.randomUUID().toString(),
                        "x-amzn-transcribe-session-id",
                        session.isEmpty() ? UUID.randomUUID().toString() : session));
        return stream;
    }

    private StreamingService.Incoming refuse(ServiceReply reply, int status, String type, String message) {
        refused.incrementAndGet();
        reply.refuse(status, type, message);
        return StreamingService.Incoming.ignored();
    }
}
