package dev.pickup.media.stream;

import dev.pickup.core.carrier.telnyx.TelnyxMediaCodec;
import dev.pickup.core.carrier.telnyx.TelnyxMediaWriter;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.WireEncoder;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.speaking.OutputLine;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// The way back: L16, 16,000 Hz, one 20 ms frame a message. Jetty keeps at most 500 messages for a peer that does not
/// read; then sending fails, and the socket is closed. Used by the session's loop.
final class TelnyxLine implements OutputLine {
    private final Session session;
    private final TelnyxMediaWriter writer = new TelnyxMediaWriter();
    private final byte[] payload = new byte[WireEncoder.FRAME_BYTES];
    private volatile ByteOrder byteOrder;

    TelnyxLine(Session session, ByteOrder byteOrder) {
        this.session = session;
        this.byteOrder = byteOrder;
    }

    /// What the carrier sends is what it reads.
    void use(ByteOrder value) {
        byteOrder = value;
    }

    @Override
    public void audio(AudioFrame frame) {
        WireEncoder.encode(frame, byteOrder, payload);
        send(writer.media(payload));
    }

    @Override
    public void mark(String name) {
        send(TelnyxMediaCodec.mark(name));
    }

    @Override
    public void clear() {
        send(TelnyxMediaCodec.clear());
    }

    private void send(String frame) {
        if (session.isOpen()) {
            session.sendText(frame, Callback.from(() -> {}, broken -> session.disconnect()));
        }
    }
}
