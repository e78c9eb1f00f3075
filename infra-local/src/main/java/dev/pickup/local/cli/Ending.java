package dev.pickup.local.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that something is ended once, on the way out or when the person presses Ctrl-C (or the process is told to
/// go), and that the process does not wait for it for longer than [#LIMIT].
final class Ending implements AutoCloseable {
    /// The longest that Ctrl-C takes.
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Runnable end;
    private final Thread hook;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Ending(Runnable end, Runnable beforeHook) {
        this.end = end;
        this.hook = Thread.ofPlatform().name("ctrl-c").unstarted(() -> endByHook(beforeHook));
    }

    /// @param end         what is to be done once
    /// @param interrupted said first when it is Ctrl-C that ends it
    static Ending of(Runnable end, Runnable interrupted) {
        Ending ending = new Ending(end, interrupted);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            try {
                end.run();
            } finally {
                ended.countDown();
                forgetHook();
            }
        }
    }

    private void endByHook(Runnable interrupted) {
        try {
            if (begun.compareAndSet(false, true)) {
                interrupted.run();
                Thread.ofPlatform().daemon().name("ending").start(this::endAndTell);
            }
            if (!ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not everything ended within {} s; the rest is cut off.", LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endAndTell() {
        try {
            end.run();
        } catch (RuntimeException e) {
            LOG.warn("Ending failed", e);
        } finally {
            ended.countDown();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is going already: the hook is running, and finds that all is done.
            LOG.debug("Ended while the process goes");
        }
    }
}
