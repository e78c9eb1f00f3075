package dev.pickup.media.stream;

import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.state.StoreUnavailableException;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.session.Mailbox;
import dev.pickup.media.speaking.OutputLine;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Frame;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One media socket of a carrier, from its opening to its end. Frames come one at a time on Jetty's threads; claiming
/// the call and holding it run on a thread of their own, so the reader never waits for anything.
public abstract sealed class MediaSocket implements Session.Listener.AutoDemanding permits TelnyxSocket, TwilioSocket {
    private static final Logger LOG = LoggerFactory.getLogger(MediaSocket.class);

    private final StreamHost host;
    private final StreamToken token;
    private final PendingStream pending;
    private final Mailbox mailbox = new Mailbox();
    private final TextMessages texts = new TextMessages(StreamEndpoint.MOST_BYTES);
    private final long openedNanos = FrameClock.nanos();
    private boolean authenticated;
    private @Nullable InboundAudio inbound;
    private @Nullable Session session;
    private volatile long lastFrameNanos = openedNanos;
    private volatile boolean started;
    private volatile boolean stopSeen;
    private volatile boolean closed;
    private volatile @Nullable ClaimedCall call;
    private volatile @Nullable Thread holder;

    /// @param authenticated whether the upgrade request held the right token already
    MediaSocket(StreamHost host, StreamToken token, PendingStream pending, boolean authenticated) {
        this.host = host;
        this.token = token;
        this.pending = pending;
        this.authenticated = authenticated;
    }

    /// A text frame of the carrier: the first `length` bytes of `text`, UTF-8, to be read before this returns.
    abstract void take(byte[] text, int length);

    /// The task must go.
    public final void shutDown(boolean handOver) {
        mailbox.shutDown(handOver);
    }

    /// Waits until the call of this socket is dealt with; false when it took longer.
    public final boolean await(Duration limit) throws InterruptedException {
        Thread thread = holder;
        return thread == null || thread.join(limit);
    }

    /// Ends a socket that has sent nothing for `silentNanos`, or that did not start a stream in twice that time.
    public final void sweep(long nowNanos, long silentNanos) {
        boolean silent = nowNanos - lastFrameNanos > silentNanos;
        boolean idle = !started && nowNanos - openedNanos > 2 * silentNanos;
        if (!closed && (silent || idle)) {
            refuse("sockets-silent", 1001, "nothing came");
        }
    }

    /// Whether nothing is left to be done for it.
    public final boolean ended() {
        Thread thread = holder;
        return closed && (thread == null || !thread.isAlive());
    }

    @Override
    public final void onWebSocketOpen(Session opened) {
        StreamEndpoint.limit(opened);
        session = opened;
    }

    /// Every frame, as it comes: put together by Jetty, each message would be a buffer and a string.
    @Override
    public final void onWebSocketFrame(Frame frame, Callback callback) {
        switch (frame.getType()) {
            case TEXT, CONTINUATION -> text(frame);
            case BINARY -> refuse("sockets-binary", 1003, "text frames only");
            case PING -> pong(frame);
            case PONG, CLOSE -> {}
        }
        callback.succeed();
    }

    private void text(Frame frame) {
        boolean complete = texts.add(frame.getPayload(), frame.isFin());
        if (texts.tooLong()) {
            refuse("sockets-oversize", 1009, "too long");
        } else if (complete) {
            lastFrameNanos = FrameClock.nanos();
            take(texts.bytes(), texts.length());
        }
    }

    private void pong(Frame ping) {
        if (session != null) {
            ByteBuffer payload = ByteBuffer.allocate(ping.getPayloadLength());
            payload.put(ping.getPayload()).flip();
            session.sendPong(payload, Callback.NOOP);
        }
    }

    @Override
    public final void onWebSocketError(Throwable cause) {
        host.count(cause instanceof MessageTooLargeException ? "sockets-oversize" : "sockets-broken");
    }

    @Override
    public final void onWebSocketClose(int status, String reason, Callback callback) {
        callback.succeed();
        closed = true;
        if (inbound != null) {
            inbound.report(host);
        }
        ClaimedCall held = call;
        if (held == null) {
            mailbox.socketClosed(true);
        } else {
            Thread.ofVirtual().name("leg-over").start(() -> mailbox.socketClosed(host.legOver(held.leg(), stopSeen)));
        }
        if (!started) {
            host.leave();
        }
    }

    /// The carrier showed a second secret.
    final void authenticate(String given) {
        authenticated |= StreamEndpoint.same(given, pending.authToken());
    }

    final boolean authenticated() {
        return authenticated;
    }

    /// Where `start` begins a stream; null, and the socket refused, when it may not.
    final @Nullable Session startable() {
        if (!authenticated || started || session == null) {
            refuse("sockets-refused-auth", 1008, "not authenticated, or started twice");
            return null;
        }
        return session;
    }

    /// Claims the call and holds it.
    final void begin(String carrierCallId, OutputLine line, InboundAudio audio, WireFormat format) {
        started = true;
        inbound = audio;
        holder = Thread.ofVirtual().name("call").start(() -> run(carrierCallId, line, format));
    }

    final void heard(long chunk, byte[] payload) {
        if (inbound != null) {
            inbound.take(chunk, payload);
        }
    }

    /// The stream is over; the call may go on.
    final void stopped() {
        stopSeen = true;
    }

    final StreamHost host() {
        return host;
    }

    final Mailbox mailbox() {
        return mailbox;
    }

    final PendingStream pending() {
        return pending;
    }

    private void run(String carrierCallId, OutputLine line, WireFormat format) {
        try {
            switch (host.claim(token, carrierCallId)) {
                case ClaimOutcome.Claimed(ClaimedCall claimed) -> {
                    call = claimed;
                    host.count("calls-claimed");
                    host.hold(claimed, mailbox, line, journalForm(format));
                    close(1000, "done");
                }
                case ClaimOutcome.TokenSpent _ -> refuse("claims-token-spent", 1008, "token spent");
                case ClaimOutcome.WrongCall _ -> refuse("claims-wrong-call", 1008, "wrong call");
                case ClaimOutcome.CallEnded _ -> refuse("claims-call-ended", 1000, "call ended");
                case ClaimOutcome.Unknown _ -> refuse("claims-unknown", 1008, "unknown token");
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("claim-failed {}: {}", pending.callId(), e.getMessage());
            refuse("claims-failed", 1013, "try again");
        } finally {
            host.leave();
        }
    }

    private static JournalEntry.WireFormat journalForm(WireFormat format) {
        return new JournalEntry.WireFormat(
                format.encoding().name(),
                format.sampleRateHz(),
                format.byteOrder().wireName());
    }

    final void refuse(String counter, int status, String reason) {
        host.count(counter);
        LOG.info("{} {}: {}", counter, pending.callId(), reason);
        close(status, reason);
    }

    private void close(int status, String reason) {
        Session open = session;
        if (open != null && open.isOpen()) {
            open.close(status, reason, Callback.from(() -> {}, broken -> open.disconnect()));
        }
    }
}
