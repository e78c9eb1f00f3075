package dev.pickup.media.stream;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.WireDecoder;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.session.Mailbox;
import java.util.function.Consumer;

/// The caller's `media` frames → order → samples → the call's mailbox. Owned by the reader.
final class InboundAudio {
    private final WireFormat format;
    private final Mailbox mailbox;
    private final Consumer<ByteOrder> probedOrder;
    private final JitterBuffer jitter = new JitterBuffer();
    private final WireDecoder decoder;
    private boolean probed;

    /// @param probedOrder told the byte order that the audio itself showed
    InboundAudio(WireFormat format, Mailbox mailbox, Consumer<ByteOrder> probedOrder) {
        this.format = format;
        this.mailbox = mailbox;
        this.probedOrder = probedOrder;
        this.decoder = new WireDecoder(format);
    }

    void take(long chunk, byte[] payload) {
        for (byte[] ready : jitter.offer(chunk, payload, silence(), FrameClock.nanos() / 1_000_000)) {
            for (AudioFrame frame : decoder.decode(ready)) {
                mailbox.audio(frame);
            }
        }
        if (!probed && format.encoding() == Encoding.L16 && decoder.certain()) {
            probed = true;
            probedOrder.accept(decoder.format().byteOrder());
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
