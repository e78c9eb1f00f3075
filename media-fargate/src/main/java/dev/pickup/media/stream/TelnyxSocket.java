package dev.pickup.media.stream;

import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.telnyx.TelnyxMediaCodec;
import dev.pickup.core.carrier.telnyx.TelnyxMediaMessage;
import dev.pickup.core.state.StoreUnavailableException;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.Encoding;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.session.Mailbox;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Telnyx media socket, from `connected` to its end. Frames come one at a time on Jetty's threads; claiming
/// the call
/// and holding it run on a thread of their own, so the reader never waits for anything.
public final class TelnyxSocket implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(TelnyxSocket.class);

    private final StreamHost host;
    private final StreamToken token;
    private final PendingStream pending;
    private final Mailbox mailbox = new Mailbox();
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
    TelnyxSocket(StreamHost host, StreamToken token, PendingStream pending, boolean authenticated) {
        this.host = host;
        this.token = token;
        this.pending = pending;
        this.authenticated = authenticated;
    }

    /// The task must go.
    public void shutDown(boolean handOver) {
        mailbox.shutDown(handOver);
    }

    /// Waits until the call of this socket is dealt with; false when it took longer.
    public boolean await(java.time.Duration limit) throws InterruptedException {
        Thread thread = holder;
        return thread == null || thread.join(limit);
    }

    /// Ends a socket that has sent nothing for `silentNanos`, or that did not start a stream in twice that time.
    public void sweep(long nowNanos, long silentNanos) {
        boolean silent = nowNanos - lastFrameNanos > silentNanos;
        boolean idle = !started && nowNanos - openedNanos > 2 * silentNanos;
        if (!closed && (silent || idle)) {
            refuse("sockets-silent", 1001, "nothing came");
        }
    }

    /// Whether nothing is left to be done for it.
    public boolean ended() {
        Thread thread = holder;
        return closed && (thread == null || !thread.isAlive());
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        StreamEndpoint.limit(opened);
        session = opened;
    }

    @Override
    public void onWebSocketText(String text) {
        lastFrameNanos = FrameClock.nanos();
        switch (TelnyxMediaCodec.decode(text)) {
            case TelnyxMediaMessage.Connected(Optional<String> given) -> connected(given);
            case TelnyxMediaMessage.Started start -> start(start);
            case TelnyxMediaMessage.Media media -> {
                if (inbound != null && media.inbound()) {
                    inbound.take(media);
                }
            }
            case TelnyxMediaMessage.Dtmf(char digit) -> mailbox.digit(digit);
            case TelnyxMediaMessage.Mark(String name) -> mailbox.markReturned(name);
            case TelnyxMediaMessage.Failure(int code, String title) -> {
                host.count("carrier-errors");
                LOG.warn("carrier-error {}: {} {}", pending.callId(), code, title);
            }
            case TelnyxMediaMessage.Stopped _ -> stopSeen = true;
            case TelnyxMediaMessage.Other _ -> host.count("frames-unknown");
            case TelnyxMediaMessage.Unreadable(String reason) -> refuse("sockets-garbage", 1007, reason);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        refuse("sockets-binary", 1003, "text frames only");
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        host.count(cause instanceof MessageTooLargeException ? "sockets-oversize" : "sockets-broken");
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
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

    private void connected(Optional<String> given) {
        authenticated |= given.filter(value -> StreamEndpoint.same(value, pending.authToken()))
                .isPresent();
        if (!authenticated) {
            refuse("sockets-refused-auth", 1008, "wrong token");
        }
    }

    private void start(TelnyxMediaMessage.Started start) {
        Optional<WireFormat> format = formatOf(start.format());
        if (!authenticated || started || session == null) {
            refuse("sockets-refused-auth", 1008, "not authenticated, or started twice");
            return;
        }
        if (format.isEmpty()) {
            refuse("sockets-unknown-format", 1003, "L16, PCMU or PCMA at 8000 or 16000 Hz");
            return;
        }
        started = true;
        TelnyxLine line = new TelnyxLine(session, host.byteOrder());
        inbound = new InboundAudio(format.get(), mailbox, line);
        holder = Thread.ofVirtual().name("call").start(() -> run(start.callControlId(), line, format.get()));
    }

    private void run(String callControlId, TelnyxLine line, WireFormat format) {
        try {
            switch (host.claim(token, callControlId)) {
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

    private Optional<WireFormat> formatOf(TelnyxMediaMessage.MediaFormat format) {
        boolean known = WireFormat.isKnown(format.sampleRateHz()) && format.channels() == 1;
        return !known
                ? Optional.empty()
                : switch (format.encoding()) {
                    case "L16" -> Optional.of(new WireFormat(Encoding.L16, format.sampleRateHz(), host.byteOrder()));
                    case "PCMU" -> Optional.of(new WireFormat(Encoding.PCMU, format.sampleRateHz(), host.byteOrder()));
                    case "PCMA" -> Optional.of(new WireFormat(Encoding.PCMA, format.sampleRateHz(), host.byteOrder()));
                    default -> Optional.empty();
                };
    }

    private static JournalEntry.WireFormat journalForm(WireFormat format) {
        return new JournalEntry.WireFormat(
                format.encoding().name(),
                format.sampleRateHz(),
                format.byteOrder().wireName());
    }

    private void refuse(String counter, int status, String reason) {
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
