package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.caller.CallReport.StreamError;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.Playout;
import dev.pickup.simulators.line.StreamSocket;
import dev.pickup.simulators.line.StreamTally;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/// One bidirectional stream of a leg, from the command that starts it to its end. Owned by the exchange's loop, which
/// calls [#send] and [#play] once for every 20 ms; what the socket does comes back to that loop.
public final class MediaStream {
    /// Not published; longer than any server that means to answer.
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private enum Stage {
        CONNECTING,
        /// The socket is open, and `start` is never sent.
        MUTE,
        LIVE,
        /// Neither side hears the other, and neither has noticed.
        HALF_OPEN,
        OVER
    }

    private final StreamRequest request;
    private final FaultScript faults;
    private final ExchangeLoop loop;
    private final StreamTally tally;
    private final StreamEvents events;
    private final StreamSocket socket;
    private final StreamFrames frames;
    private final FrameLine line;
    private final TrackSender inbound;
    private final TrackSender outbound;
    private final Playout playout = new Playout();
    private final MessageRate rate;
    private Stage stage = Stage.CONNECTING;

    public MediaStream(
            StreamRequest request,
            StreamIdentity identity,
            FaultScript faults,
            ExchangeLoop loop,
            StreamTally tally,
            StreamEvents events) {
        this.request = request;
        this.faults = faults;
        this.loop = loop;
        this.tally = tally;
        this.events = events;
        frames = new StreamFrames(identity);
        rate = new MessageRate(loop.nowNanos());
        StreamInputReader reader = new StreamInputReader(request.toCaller(faults), request.rtp());
        socket = new StreamSocket(new StreamEars(this, reader, loop));
        line = new FrameLine(loop, faults, identity.streamId().hashCode(), this::wireMedia);
        inbound = new TrackSender("inbound", frames, new FrameEncoder(request.fromCaller(faults)), line);
        outbound = new TrackSender("outbound", frames, new FrameEncoder(request.fromCaller(faults)), line);
    }

    /// Connects; returns at once.
    public void open(HttpClient client) {
        String token = token();
        socket.open(client, request.url(), StreamFrames.tokenHeader(token), loop.onTheWall(CONNECT_LIMIT));
        if (faults.has(Fault.StreamConnectsTwice.class)) {
            new SecondSocket(request, frames, faults, loop, events).open(client, token);
        }
    }

    /// Whether it occupies the call: a second stream is refused until it has ended.
    public boolean inUse() {
        return stage != Stage.OVER;
    }

    public StreamRequest.Target target() {
        return request.target();
    }

    /// Sends one frame of what goes over the line.
    public void send(short[] said, short[] heard) {
        if (stage != Stage.LIVE) {
            return;
        }
        if (request.track() != StreamRequest.Track.OUTBOUND_TRACK) {
            inbound.send(said);
        }
        if (request.track() != StreamRequest.Track.INBOUND_TRACK) {
            outbound.send(heard);
        }
    }

    /// Takes the next 20 ms of what the customer sent; silence when there is nothing.
    public void play(short[] frame) {
        returnMarks(playout.due());
        playout.play(frame);
    }

    public void digit(char digit) {
        if (stage == Stage.LIVE) {
            wire(frames.dtmf(digit));
        }
    }

    /// Ends it in order: `stop`, then a close frame.
    public void stop() {
        if (stage == Stage.OVER) {
            return;
        }
        if (stage == Stage.LIVE) {
            wire(frames.stop());
        }
        boolean dead = stage == Stage.HALF_OPEN;
        over();
        if (dead) {
            socket.abort();
        } else {
            socket.close();
        }
        events.stopped();
    }

    private String token() {
        if (faults.has(Fault.StreamTokenMissing.class)) {
            return "";
        }
        return request.token()
                .map(token -> faults.has(Fault.StreamTokenWrong.class) ? token + "x" : token)
                .orElse("");
    }

    void opened() {
        if (stage != Stage.CONNECTING) {
            socket.abort();
            return;
        }
        tally.opened();
        socket.send(StreamFrames.connected(token()));
        if (faults.has(Fault.StreamNeverStarts.class)) {
            stage = Stage.MUTE;
            return;
        }
        socket.send(frames.start(request, request.fromCaller(faults)));
        stage = Stage.LIVE;
        events.started();
        faults.find(Fault.StreamDrops.class).ifPresent(f -> loop.after(Duration.ofMillis(f.afterMs()), this::drop));
        faults.find(Fault.StreamHalfOpen.class)
                .ifPresent(f -> loop.after(Duration.ofMillis(f.afterMs()), this::freeze));
    }

    private void drop() {
        if (inUse()) {
            socket.abort();
            broken();
        }
    }

    private void freeze() {
        if (inUse()) {
            stage = Stage.HALF_OPEN;
            playout.clear();
            socket.freeze();
        }
    }

    void closed(boolean clean) {
        if (!inUse() || stage == Stage.HALF_OPEN) {
            return;
        }
        if (clean) {
            over();
            events.stopped();
        } else {
            broken();
        }
    }

    void broken() {
        if (inUse()) {
            tally.failed();
            over();
            events.failed();
        }
    }

    /// What was sent but not played is lost with the socket.
    private void over() {
        stage = Stage.OVER;
        playout.clear();
    }

    void received(StreamInput input) {
        if (stage != Stage.LIVE) {
            return;
        }
        if (!rate.allows(loop.nowNanos())) {
            refuse(new StreamInput.Refused(StreamInput.Reason.RATE_LIMIT_REACHED, "Too many messages."));
            return;
        }
        switch (input) {
            case StreamInput.Sound(Pcm sound) -> {
                tally.frameReceived();
                if (!playout.add(sound)) {
                    refuse(new StreamInput.Refused(StreamInput.Reason.RATE_LIMIT_REACHED, "The buffer is full."));
                }
            }
            case StreamInput.Mark(String name) -> {
                tally.markReceived();
                playout.mark(name);
                returnMarks(playout.due());
            }
            case StreamInput.Clear _ -> {
                tally.cleared();
                events.cleared();
                returnMarks(playout.clear());
            }
            case StreamInput.Refused refused -> refuse(refused);
        }
    }

    private void refuse(StreamInput.Refused refused) {
        StreamInput.Reason reason = refused.reason();
        tally.error(new StreamError(reason.code(), reason.title(), refused.detail(), events.nowMs()));
        wire(frames.error(reason, refused.detail()));
    }

    private void returnMarks(List<String> names) {
        if (faults.has(Fault.MarksNeverReturn.class)) {
            return;
        }
        for (String name : names) {
            tally.markReturned();
            wire(frames.mark(name));
        }
    }

    private void wireMedia(String frame) {
        if (stage == Stage.LIVE && socket.send(frame)) {
            tally.frameSent();
        }
    }

    private void wire(String frame) {
        if (stage == Stage.LIVE) {
            socket.send(frame);
        }
    }
}
