package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.StreamSocket;

/// Carries what the socket of a stream tells from the socket's thread to the exchange's loop, read and decoded.
final class StreamEars implements StreamSocket.Listener {
    private final MediaStream stream;
    private final StreamInputReader reader;
    private final ExchangeLoop loop;

    StreamEars(MediaStream stream, StreamInputReader reader, ExchangeLoop loop) {
        this.stream = stream;
        this.reader = reader;
        this.loop = loop;
    }

    @Override
    public void opened() {
        loop.run(stream::opened);
    }

    @Override
    public void refused() {
        loop.run(stream::broken);
    }

    @Override
    public void text(String text) {
        StreamInput input = reader.read(text);
        loop.run(() -> stream.received(input));
    }

    @Override
    public void garbage(String detail) {
        loop.run(() -> stream.received(new StreamInput.Refused(StreamInput.Reason.MALFORMED_FRAME, detail)));
    }

    @Override
    public void closed(boolean clean) {
        loop.run(() -> stream.closed(clean));
    }
}
