package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One call with one question: listens to the greeting, waits for the word to go, asks, and listens until the agent has
/// been silent for [#QUIET], or for a moment after as much sound as was expected. Runs on a thread of its own; what
/// comes is taken on the client's threads.
public final class QuestionCaller implements Runnable {
    /// Longer than any gap that is still allowed.
    private static final long QUIET = 4_000_000_000L;

    /// After the whole answer, for what should not come any more.
    private static final long QUIET_AT_LAST = 900_000_000L;

    /// Of the expected sound: pauses and what a voice leaves out are not counted.
    private static final double WHOLE = 0.95;

    private static final long GREETING_OVER = 600_000_000L;
    private static final long PATIENCE = 15_000_000_000L;
    private static final long FRAME_NANOS = AudioFrame.PTIME_MS * 1_000_000L;
    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / AudioFrame.SAMPLE_RATE_HZ;
    private static final double MS = 1e6;

    private final HttpClient client;
    private final URI server;
    private final CallerWire wire;
    private final SpokenLine question;
    private final List<String> silence;
    private final long wholeNanos;
    private final Ear ear = new Ear();
    private volatile Step step = Step.GREETED;
    private volatile boolean mayAsk;
    private volatile boolean lost;
    private int frame;
    private long ended;

    private enum Step {
        GREETED,
        READY,
        ASKING,
        LISTENING,
        OVER
    }

    /// What the caller lived through.
    ///
    /// @param gapMs    the longest silence from the question's end to the answer's; -1 when nothing was said
    /// @param lost     the call ended by itself, or nobody answered
    public record Outcome(double gapMs, boolean lost) {}

    /// @param token that the media task knows the call by
    /// @param whole sound that a whole answer has
    public QuestionCaller(
            HttpClient client, URI server, String token, String authToken, CallerQuestion asked, Duration whole) {
        this.wholeNanos = Math.round(WHOLE * whole.toNanos());
        this.client = client;
        this.server = server;
        this.wire = CallerWire.of("telnyx", token, authToken).orElseThrow();
        this.question = asked.line();
        this.silence = asked.silence();
    }

    /// The greeting is over and nothing was asked yet.
    public boolean isReady() {
        return step == Step.READY || isOver();
    }

    public void ask() {
        mayAsk = true;
    }

    public boolean isOver() {
        return step == Step.OVER;
    }

    public Outcome outcome() {
        boolean answered = ear.firstAudible() >= 0 && ended > 0;
        double gap = answered ? Math.max(ear.firstAudible() - ended, ear.longestPause()) / MS : -1;
        return new Outcome(gap, lost || !answered);
    }

    @Override
    public void run() {
        try {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(
                            server.resolve(wire.path()), new CallerReceiver(wire, ear, () -> lost = step != Step.OVER))
                    .get(10, TimeUnit.SECONDS);
            try {
                wire.opening().forEach(text -> socket.sendText(text, true).join());
                pace(socket);
            } finally {
                socket.abort();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CompletionException _) {
            lost = step != Step.OVER;
        } finally {
            step = Step.OVER;
        }
    }

    private void pace(WebSocket socket) throws InterruptedException {
        long next = System.nanoTime();
        for (int tick = 0; step != Step.OVER && !lost; tick++) {
            next += FRAME_NANOS;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            long now = System.nanoTime();
            socket.sendText(wire.media(payload(now, tick)), true).join();
            for (String mark : ear.due(now)) {
                socket.sendText(wire.mark(mark), true).join();
            }
        }
        if (!lost) {
            socket.sendText(wire.stop(), true).join();
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    private String payload(long now, int tick) {
        switch (step) {
            case GREETED -> {
                if (ear.firstAudible() >= 0 && now - ear.audibleUntil() > GREETING_OVER) {
                    step = Step.READY;
                }
            }
            case READY -> {
                if (mayAsk) {
                    ear.listenAfresh();
                    step = Step.ASKING;
                }
            }
            case ASKING -> {
                return ask(now);
            }
            case LISTENING -> {
                long enough = ear.audible() >= wholeNanos ? QUIET_AT_LAST : QUIET;
                boolean quiet = ear.firstAudible() >= 0 && now - ear.audibleUntil() > enough;
                if (quiet || (ear.firstAudible() < 0 && now - ended > PATIENCE)) {
                    step = Step.OVER;
                }
            }
            case OVER -> {}
        }
        return silence.get(tick % silence.size());
    }

    private String ask(long now) {
        String payload = question.payloads().get(frame++);
        if (frame == question.payloads().size()) {
            ended = now - ((long) frame * AudioFrame.SAMPLES - question.lastSample()) * NANOS_PER_SAMPLE;
            step = Step.LISTENING;
        }
        return payload;
    }
}
