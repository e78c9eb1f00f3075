package dev.pickup.simulators.line;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One WebSocket to the customer: connects, then writes from a queue, on a virtual thread of its own.
///
/// The queue holds 30 s of frames; when the customer does not read, what is new is thrown away and counted.
public final class StreamSocket {
    /// Told what the socket does, on any thread, one call at a time.
    public interface Listener {
        void opened();

        /// Neither accepted nor answered within the limit.
        void refused();

        void text(String text);

        /// Something that is not a text frame of bearable size.
        void garbage(String detail);

        /// The other end closed it properly (`clean`), or it broke.
        void closed(boolean clean);
    }

    private static final int QUEUE_FRAMES = 1500;
    /// 30 s of 48 kHz L16 in base64, and its JSON.
    private static final int LONGEST_TEXT = 4_000_000;
    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(30);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    /// Ends the writer.
    private static final Optional<String> END = Optional.empty();

    private final BlockingQueue<Optional<String>> queue = new ArrayBlockingQueue<>(QUEUE_FRAMES);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Listener listener;
    private volatile @Nullable WebSocket socket;
    private volatile boolean frozen;

    public StreamSocket(Listener listener) {
        this.listener = listener;
    }

    /// Returns at once.
    ///
    /// @param headers of the upgrade request
    public void open(HttpClient client, String url, Map<String, String> headers, Duration limit) {
        Thread.ofVirtual().name("media-stream").start(() -> connectAndWrite(client, url, headers, limit));
    }

    /// @return false when the queue is full or the socket is dead
    public boolean send(String frame) {
        return !frozen && queue.offer(Optional.of(frame));
    }

    /// Sends what is queued, then a close frame.
    public void close() {
        queue.offer(END);
    }

    /// Breaks the connection.
    public void abort() {
        frozen = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        close();
    }

    /// Neither reads nor writes any more, and leaves the connection as it is.
    public void freeze() {
        frozen = true;
    }

    private void connectAndWrite(HttpClient client, String url, Map<String, String> headers, Duration limit) {
        WebSocket open;
        try {
            WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(limit);
            headers.forEach(builder::header);
            open = builder.buildAsync(URI.create(url), new Reader()).join();
        } catch (CompletionException | IllegalArgumentException _) {
            listener.refused();
            return;
        }
        socket = open;
        listener.opened();
        open.request(1);
        try {
            write(open);
        } catch (InterruptedException _) {
            open.abort();
        }
    }

    private void write(WebSocket open) throws InterruptedException {
        try {
            Optional<String> frame = queue.take();
            while (frame.isPresent()) {
                await(open.sendText(frame.get(), true), WRITE_LIMIT);
                frame = queue.take();
            }
            if (!open.isOutputClosed()) {
                await(open.sendClose(NORMAL_CLOSURE, ""), CLOSE_LIMIT);
            }
        } catch (CompletionException _) {
            listener.closed(false);
        }
        if (!closed.await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            open.abort();
        }
    }

    private static void await(CompletableFuture<WebSocket> sent, Duration limit) {
        sent.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private final class Reader implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private boolean tooLong;

        /// Reading begins when the exchange knows that the socket is open.
        @Override
        public void onOpen(WebSocket opened) {}

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            tooLong |= text.length() + data.length() > LONGEST_TEXT;
            if (!tooLong) {
                text.append(data);
            }
            if (last) {
                whole();
            }
            requestMore(from);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            if (last) {
                listener.garbage("Frames are text, not binary.");
            }
            requestMore(from);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            listener.closed(status == NORMAL_CLOSURE || status == GOING_AWAY);
            ended();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            listener.closed(false);
            ended();
        }

        private void ended() {
            closed.countDown();
            close();
        }

        private void whole() {
            if (tooLong) {
                listener.garbage("A frame has at most " + LONGEST_TEXT + " characters.");
            } else {
                listener.text(text.toString());
            }
            text.setLength(0);
            tooLong = false;
        }

        private void requestMore(WebSocket from) {
            if (!frozen) {
                from.request(1);
            }
        }
    }
}
