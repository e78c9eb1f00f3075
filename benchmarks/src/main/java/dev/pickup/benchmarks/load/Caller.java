package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One call from its socket's opening until it is told to hang up. Runs on a thread of its own; what comes is taken on
/// the client's threads.
final class Caller implements Runnable {
    private static final long FRAME_NANOS = AudioFrame.PTIME_MS * 1_000_000L;
    private static final int CONNECT_SECONDS = 10;

    private final HttpClient client;
    private final URI server;
    private final CallerWire wire;
    private final CallerLines lines;
    private final Tally tally;
    private final int number;
    private final Ear ear = new Ear();
    private volatile boolean over;
    private volatile boolean lost;

    Caller(HttpClient client, URI server, CallerWire wire, CallerLines lines, Tally tally, int number) {
        this.client = client;
        this.server = server;
        this.wire = wire;
        this.lines = lines;
        this.tally = tally;
        this.number = number;
    }

    /// Ends the call with the next frame.
    void hangUp() {
        over = true;
    }

    Ear ear() {
        return ear;
    }

    @Override
    public void run() {
        boolean failed = true;
        try {
            failed = !talk() || lost;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            failed = !over;
        }
        if (failed) {
            tally.callFailed();
        }
    }

    /// True when all that was asked was answered.
    private boolean talk() throws InterruptedException, ExecutionException, TimeoutException {
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(server.resolve(wire.path()), new CallerReceiver(wire, ear, () -> lost = !over))
                .get(CONNECT_SECONDS, TimeUnit.SECONDS);
        try {
            wire.opening().forEach(frame -> socket.sendText(frame, true).join());
            CallerScript script = new CallerScript(lines, ear, tally, number, System.nanoTime());
            pace(socket, script);
            return !script.failed();
        } finally {
            socket.abort();
        }
    }

    private void pace(WebSocket socket, CallerScript script) throws InterruptedException {
        long next = System.nanoTime();
        for (long tick = 0; !over && !lost; tick++) {
            next += FRAME_NANOS;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            long now = System.nanoTime();
            socket.sendText(wire.media(script.next(now, tick)), true).join();
            for (String mark : ear.due(now)) {
                socket.sendText(wire.mark(mark), true).join();
            }
        }
        if (!lost) {
            socket.sendText(wire.stop(), true).join();
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }
}
