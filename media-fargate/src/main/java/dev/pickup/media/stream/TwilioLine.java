package dev.pickup.media.stream;

import dev.pickup.core.carrier.twilio.TwilioMediaCodec;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.MuLawEncoder;
import dev.pickup.media.speaking.OutputLine;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// The way back: mu-law, 8,000 Hz, one 20 ms frame a message, each naming the stream. Jetty keeps at most 500 messages
/// for a peer that does not read; then sending fails, and the socket is closed. Used by the session's loop.
final class TwilioLine implements OutputLine {
    private final Session session;
    private final String streamSid;
    private final MuLawEncoder encoder = new MuLawEncoder();

    TwilioLine(Session session, String streamSid) {
        this.session = session;
        this.streamSid = streamSid;
    }

    @Override
    public void audio(AudioFrame frame) {
        send(TwilioMediaCodec.media(streamSid, encoder.encode(frame)));
    }

    @Override
    public void mark(String name) {
        send(TwilioMediaCodec.mark(streamSid, name));
    }

    @Override
    public void clear() {
        send(TwilioMediaCodec.clear(streamSid));
    }

    private void send(String frame) {
        if (session.isOpen()) {
            session.sendText(frame, Callback.from(() -> {}, broken -> session.disconnect()));
        }
    }
}
