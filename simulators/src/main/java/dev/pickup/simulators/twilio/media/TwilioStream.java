package dev.pickup.simulators.twilio.media;

import dev.pickup.simulators.caller.CallReport.StreamError;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.Playout;
import dev.pickup.simulators.line.StreamSocket;
import dev.pickup.simulators.line.StreamTally;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One bidirectional stream of a call. Owned by the exchange's loop, which calls [#send] and [#play] once for every
/// 20 ms; what the socket does comes back to that loop.
public final class TwilioStream {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int BINARY_FRAME = 31950;

    /// Told what becomes of it, on the exchange's loop.
    public interface Listener {
        void started();

        /// Nothing more comes.
        ///
        /// @param clean false when it never opened, or broke
        void ended(boolean clean);

        /// The customer sent `clear`.
        void cleared();

        /// Milliseconds since the answer.
        double nowMs();
    }

    /// What to open.
    ///
    /// @param url        without a query: Twilio drops it
    /// @param signature  of the upgrade request
    /// @param parameters come in `start`
    /// @param dropsAfter when present, the socket breaks this long after `start`
    public record Request(
            String streamSid,
            String accountSid,
            String callSid,
            String url,
            String signature,
            Map<String, String> parameters,
            Optional<Duration> dropsAfter) {
        public Request {
            parameters = Map.copyOf(parameters);
        }
    }

    private enum Stage {
        CONNECTING,
        LIVE,
        OVER
    }

    private final Request request;
    private final ExchangeLoop loop;
    private final StreamTally tally;
    private final Listener listener;
    private final TwilioFrames frames;
    private final MuLaw codec = new MuLaw();
    private final Playout playout = new Playout();
    private final StreamSocket socket;
    private Stage stage = Stage.CONNECTING;

    public TwilioStream(Request request, ExchangeLoop loop, StreamTally tally, Listener listener) {
        this.request = request;
        this.loop = loop;
        this.tally = tally;
        this.listener = listener;
        frames = new TwilioFrames(request.streamSid(), request.accountSid(), request.callSid());
        socket = new StreamSocket(new Ears(new TwilioInput.Reader(request.streamSid(), new MuLaw())));
    }

    /// Connects; returns at once.
    public void open(HttpClient client) {
        socket.open(
                client,
                request.url(),
                Map.of("X-Twilio-Signature", request.signature()),
                loop.onTheWall(CONNECT_LIMIT));
    }

    public void send(short[] said) {
        byte[] payload = codec.encode(said);
        if (stage == Stage.LIVE && socket.send(frames.media(payload))) {
            tally.frameSent();
        }
    }

    /// Takes the next 20 ms of what the customer sent; silence when there is nothing.
    public void play(short[] frame) {
        returnMarks(playout.due());
        playout.play(frame);
    }

    public void digit(char digit) {
        if (stage == Stage.LIVE) {
            socket.send(frames.dtmf(digit));
        }
    }

    /// The call goes elsewhere, or is over: `stop`, then a close frame. The listener hears of it.
    public void stop() {
        if (stage == Stage.LIVE) {
            socket.send(frames.stop());
        }
        socket.close();
        over(true);
    }

    private void opened() {
        if (stage != Stage.CONNECTING) {
            socket.abort();
            return;
        }
        tally.opened();
        socket.send(TwilioFrames.CONNECTED);
        socket.send(frames.start(request.parameters()));
        stage = Stage.LIVE;
        listener.started();
        request.dropsAfter()
                .ifPresent(after -> loop.after(after, () -> {
                    if (stage == Stage.LIVE) {
                        socket.abort();
                        broken();
                    }
                }));
    }

    private void broken() {
        if (stage != Stage.OVER) {
            tally.failed();
            over(false);
        }
    }

    private void over(boolean clean) {
        if (stage != Stage.OVER) {
            stage = Stage.OVER;
            playout.clear();
            listener.ended(clean);
        }
    }

    private void received(TwilioInput input) {
        if (stage != Stage.LIVE) {
            return;
        }
        switch (input) {
            case TwilioInput.Sound(var sound) -> {
                tally.frameReceived();
                playout.add(sound);
            }
            case TwilioInput.Mark(String name) -> {
                tally.markReceived();
                playout.mark(name);
                returnMarks(playout.due());
            }
            case TwilioInput.Clear _ -> {
                tally.cleared();
                listener.cleared();
                returnMarks(playout.clear());
            }
            case TwilioInput.Ignored(int code, String detail) ->
                tally.error(new StreamError(code, "ignored", detail, listener.nowMs()));
        }
    }

    private void returnMarks(List<String> names) {
        for (String name : names) {
            tally.markReturned();
            socket.send(frames.mark(name));
        }
    }

    /// Carries what the socket tells to the loop, read and decoded.
    private final class Ears implements StreamSocket.Listener {
        private final TwilioInput.Reader reader;

        Ears(TwilioInput.Reader reader) {
            this.reader = reader;
        }

        @Override
        public void opened() {
            loop.run(TwilioStream.this::opened);
        }

        @Override
        public void refused() {
            loop.run(TwilioStream.this::broken);
        }

        @Override
        public void text(String text) {
            TwilioInput input = reader.read(text);
            loop.run(() -> received(input));
        }

        /// Frames are text; anything else ends the stream.
        @Override
        public void garbage(String detail) {
            loop.run(() -> {
                tally.error(new StreamError(BINARY_FRAME, "binary", detail, listener.nowMs()));
                socket.abort();
                broken();
            });
        }

        @Override
        public void closed(boolean clean) {
            loop.run(() -> {
                if (clean) {
                    over(true);
                } else {
                    broken();
                }
            });
        }
    }
}
