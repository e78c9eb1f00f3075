package dev.pickup.media.stream;

import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.telnyx.TelnyxMediaCodec;
import dev.pickup.core.carrier.telnyx.TelnyxMediaMessage;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Telnyx media socket: the format is announced, and the secret comes in the upgrade request or in `connected`.
public final class TelnyxSocket extends MediaSocket {
    private static final Logger LOG = LoggerFactory.getLogger(TelnyxSocket.class);

    /// @param authenticated whether the upgrade request held the right token already
    TelnyxSocket(StreamHost host, StreamToken token, PendingStream pending, boolean authenticated) {
        super(host, token, pending, authenticated);
    }

    @Override
    void take(byte[] text, int length) {
        switch (TelnyxMediaCodec.decode(text, length)) {
            case TelnyxMediaMessage.Connected(Optional<String> given) -> connected(given);
            case TelnyxMediaMessage.Started start -> start(start);
            case TelnyxMediaMessage.Media media -> {
                if (media.inbound()) {
                    heard(media.chunk(), media.payload());
                }
            }
            case TelnyxMediaMessage.Dtmf(char digit) -> mailbox().digit(digit);
            case TelnyxMediaMessage.Mark(String name) -> mailbox().markReturned(name);
            case TelnyxMediaMessage.Failure(int code, String title) -> {
                host().count("carrier-errors");
                LOG.warn("carrier-error {}: {} {}", pending().callId(), code, title);
            }
            case TelnyxMediaMessage.Stopped _ -> stopped();
            case TelnyxMediaMessage.Other _ -> host().count("frames-unknown");
            case TelnyxMediaMessage.Unreadable(String reason) -> refuse("sockets-garbage", 1007, reason);
        }
    }

    private void connected(Optional<String> given) {
        given.ifPresent(this::authenticate);
        if (!authenticated()) {
            refuse("sockets-refused-auth", 1008, "wrong token");
        }
    }

    private void start(TelnyxMediaMessage.Started start) {
        Optional<WireFormat> format = formatOf(start.format());
        Session session = startable();
        if (session == null) {
            return;
        }
        if (format.isEmpty()) {
            refuse("sockets-unknown-format", 1003, "L16, PCMU or PCMA at 8000 or 16000 Hz");
            return;
        }
        TelnyxLine line = new TelnyxLine(session, host().byteOrder());
        InboundAudio audio = new InboundAudio(format.get(), mailbox(), line::use);
        begin(start.callControlId(), line, audio, format.get());
    }

    private Optional<WireFormat> formatOf(TelnyxMediaMessage.MediaFormat format) {
        boolean known = WireFormat.isKnown(format.sampleRateHz()) && format.channels() == 1;
        return !known
                ? Optional.empty()
                : switch (format.encoding()) {
                    case "L16" -> Optional.of(new WireFormat(Encoding.L16, format.sampleRateHz(), host().byteOrder()));
                    case "PCMU" ->
                        Optional.of(new WireFormat(Encoding.PCMU, format.sampleRateHz(), host().byteOrder()));
                    case "PCMA" ->
                        Optional.of(new WireFormat(Encoding.PCMA, format.sampleRateHz(), host().byteOrder()));
                    default -> Optional.empty();
                };
    }
}
