package dev.pickup.benchmarks.load;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What comes to a caller over the media socket, dated when it comes. Called by the client's threads, one at a time.
///
/// @param closed told when the socket has ended, whoever ended it
record CallerReceiver(CallerWire wire, Ear ear, Runnable closed, StringBuilder part) implements WebSocket.Listener {
    CallerReceiver(CallerWire wire, Ear ear, Runnable closed) {
        this(wire, ear, closed, new StringBuilder());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        long now = System.nanoTime();
        part.append(data);
        if (last) {
            switch (wire.read(part.toString())) {
                case CallerWire.Heard.Sound(int firstSample) -> ear.frame(firstSample, now);
                case CallerWire.Heard.Mark(String name) -> ear.mark(name);
                case CallerWire.Heard.Clear _ -> ear.clear(now);
            }
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        closed.run();
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.run();
    }
}
