package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.StreamSocket;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.net.http.HttpClient;
import java.time.Duration;

/// A second socket for a stream that has one already: it says `connected` and `start` and waits to be thrown out.
final class SecondSocket implements StreamSocket.Listener {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /// So that the first one has certainly been there before.
    private static final Duration LATER = Duration.ofMillis(200);

    private final StreamRequest request;
    private final StreamFrames frames;
    private final FaultScript faults;
    private final ExchangeLoop loop;
    private final StreamEvents events;
    private final StreamSocket socket = new StreamSocket(this);

    SecondSocket(
            StreamRequest request, StreamFrames frames, FaultScript faults, ExchangeLoop loop, StreamEvents events) {
        this.request = request;
        this.frames = frames;
        this.faults = faults;
        this.loop = loop;
        this.events = events;
    }

    void open(HttpClient client, String token) {
        loop.after(LATER, () -> {
            socket.open(client, request.url(), StreamFrames.tokenHeader(token), loop.onTheWall(LIMIT));
            loop.after(LIMIT, socket::close);
        });
    }

    @Override
    public void opened() {
        loop.run(() -> {
            events.note("The second media socket was accepted.");
            socket.send(StreamFrames.connected(request.token().orElse("")));
            socket.send(frames.start(request, request.fromCaller(faults)));
        });
    }

    @Override
    public void refused() {
        loop.run(() -> events.note("The second media socket was refused."));
    }

    @Override
    public void text(String text) {
        loop.run(() -> events.note("The second media socket was sent something."));
    }

    @Override
    public void garbage(String detail) {}

    @Override
    public void closed(boolean clean) {
        loop.run(() -> events.note("The second media socket was closed."));
    }
}
