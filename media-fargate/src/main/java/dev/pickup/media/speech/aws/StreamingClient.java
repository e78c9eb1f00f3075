package dev.pickup.media.speech.aws;

import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.SdkClient;

/// A client of a service that streams, and the connections that it holds. Any thread. It is closed after its streams:
/// those that are still open break off.
///
/// @param <C> the SDK's client
public final class StreamingClient<C extends SdkClient> implements AutoCloseable {
    private final C client;
    private final Sockets sockets;
    private final AtomicBoolean closed = new AtomicBoolean();

    StreamingClient(C client, Sockets sockets) {
        this.client = client;
        this.sockets = sockets;
    }

    public C get() {
        return client;
    }

    /// Connections go first: the SDK's pool (2.54.15) waits for one that has a stream open on its own thread, by which
    /// it can never end, and gives up after 5 s for each client.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            sockets.close();
            client.close();
            ClientThreads.leave();
        }
    }
}
