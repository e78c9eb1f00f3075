package dev.pickup.media.stream;

import dev.pickup.core.carrier.telnyx.TelnyxMediaMessage;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.WireDecoder;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.Encoding;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.session.Mailbox;

/// The caller's `media` frames → order → samples → the call's mailbox. Owned by the reader.
final class InboundAudio {
    private final WireFormat format;
    private final Mailbox mailbox;
    private final TelnyxLine line;
    private final JitterBuffer jitter = new JitterBuffer();
    private final WireDecoder decoder;
    private boolean probed;

    InboundAudio(WireFormat format, Mailbox mailbox, TelnyxLine line) {
        this.format = format;
        this.mailbox = mailbox;
        this.line = line;
        this.decoder = new WireDecoder(format);
    }

    void take(TelnyxMediaMessage.Media media) {
        byte[] payload = new byte[media.length()];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = media.at(i);
        }
        for (byte[] ready : jitter.offer(media.chunk(), payload, silence(), FrameClock.nanos() / 1_000_000)) {
            for (AudioFrame frame : decoder.decode(ready)) {
                mailbox.audio(frame);
            }
        }
        if (!probed && format.encoding() == Encoding.L16 && decoder.certain()) {
            probed = true;
            line.use(decoder.format().byteOrder());
            mailbox.wireProbed(decoder.format().byteOrder().wireName());
        }
    }

    void report(StreamHost host) {
        host.add("chunks-late", jitter.late());
        host.add("chunks-concealed", jitter.concealed());
        host.add("chunks-reordered", jitter.reordered());
    }

    /// The codec's zero.
    private byte silence() {
        return switch (format.encoding()) {
            case L16 -> 0;
            case PCMU -> (byte) 0xff;
            case PCMA -> (byte) 0xd5;
        };
    }
}
