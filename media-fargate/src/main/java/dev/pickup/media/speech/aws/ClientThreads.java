package dev.pickup.media.speech.aws;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The event loops of all clients for streams in this process, there as long as any of them is: as the SDK shares its
/// own, which wait for two quiet seconds before they end. Any thread.
final class ClientThreads {
    private static final long LONGEST_STOP_SECONDS = 2;
    private static final Object LOCK = new Object();

    private static Optional<EventLoopGroup> loops = Optional.empty(); // guarded by LOCK
    private static int clients; // guarded by LOCK

    private ClientThreads() {}

    /// One more client; it leaves when it is closed.
    static EventLoopGroup enter() {
        synchronized (LOCK) {
            if (loops.isEmpty()) {
                loops = Optional.of(new NioEventLoopGroup(0, new DefaultThreadFactory("aws-streams", true)));
            }
            clients++;
            return loops.get();
        }
    }

    /// Blocks until the threads are gone, when it was the last.
    static void leave() {
        Optional<EventLoopGroup> idle = Optional.empty();
        synchronized (LOCK) {
            clients--;
            if (clients == 0) {
                idle = loops;
                loops = Optional.empty();
            }
        }
        idle.ifPresent(group -> group.shutdownGracefully(0, LONGEST_STOP_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly());
    }
}
