package dev.pickup.local.stream;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A consumer's virtual thread: one round after the other until it is closed. A round that fails is told to the log
/// and tried again after a pause.
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Round round;
    private final Duration afterFault;
    private final Thread thread;
    private volatile boolean stopping;

    /// What is done again and again.
    @FunctionalInterface
    interface Round {
        /// @return how long to wait before the next one
        Duration go() throws InterruptedException;
    }

    /// Begins at once.
    ///
    /// @param afterFault how long to wait after a round that failed
    Rounds(String name, Duration afterFault, Round round) {
        this.round = round;
        this.afterFault = afterFault;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
        thread.start(); // not before it is known: a round that fails at once asks for its name
    }

    /// Interrupts the round that is under way and waits for its end, at most 10 s.
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                Thread.sleep(pauseAfterNext());
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private Duration pauseAfterNext() throws InterruptedException {
        try {
            return round.go();
        } catch (RuntimeException e) {
            if (stopping || Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("closed");
            }
            LOG.error("{} cannot go on; it tries again", thread.getName(), e);
            return afterFault;
        }
    }
}
