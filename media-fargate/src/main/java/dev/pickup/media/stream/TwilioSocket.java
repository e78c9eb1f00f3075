package dev.pickup.media.stream;

import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.twilio.TwilioMediaCodec;
import dev.pickup.core.carrier.twilio.TwilioMediaMessage;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.api.Session;

/// A Twilio media socket: always mu-law at 8,000 Hz, and the secret comes as a parameter of `start`. Only here is it
/// turned into our 16,000 Hz and back.
public final class TwilioSocket extends MediaSocket {
    private static final WireFormat MU_LAW = new WireFormat(Encoding.PCMU, 8000, ByteOrder.LITTLE_ENDIAN);

    TwilioSocket(StreamHost host, StreamToken token, PendingStream pending) {
        super(host, token, pending, false);
    }

    @Override
    void take(byte[] text, int length) {
        switch (TwilioMediaCodec.decode(new String(text, 0, length, StandardCharsets.UTF_8))) {
            case TwilioMediaMessage.Connected _ -> {}
            case TwilioMediaMessage.Started start -> start(start);
            case TwilioMediaMessage.Media media -> heard(media.chunk(), media.payload());
            case TwilioMediaMessage.Dtmf(char digit) -> mailbox().digit(digit);
            case TwilioMediaMessage.Mark(String name) -> mailbox().markReturned(name);
            case TwilioMediaMessage.Stopped _ -> stopped();
            case TwilioMediaMessage.Other _ -> host().count("frames-unknown");
            case TwilioMediaMessage.Unreadable(String reason) -> refuse("sockets-garbage", 1007, reason);
        }
    }

    private void start(TwilioMediaMessage.Started start) {
        start.authToken().ifPresent(this::authenticate);
        Session session = startable();
        if (session == null) {
            return;
        }
        if (!start.muLaw()) {
            refuse("sockets-unknown-format", 1003, "mu-law at 8000 Hz");
            return;
        }
        InboundAudio audio = new InboundAudio(MU_LAW, mailbox(), _ -> {});
        begin(start.callSid(), new TwilioLine(session, start.streamSid()), audio, MU_LAW);
    }
}
