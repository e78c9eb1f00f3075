package dev.pickup.local.stack;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.LocalFunction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the reconciler at once and then every [#EVERY], never twice at a time.
final class ReconcilerSchedule implements AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ReconcilerSchedule.class);

    private final LocalFunction<ScheduledEvent, ?> reconciler;
    private final Thread thread;

    ReconcilerSchedule(LocalFunction<ScheduledEvent, ?> reconciler) {
        this.reconciler = reconciler;
        this.thread = Thread.ofVirtual().name("reconciler-schedule").start(this::run);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                sweep();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            reconciler.invoke(new ScheduledEvent());
        } catch (FunctionException e) {
            LOG.error("The reconciler failed; it runs again in {} s", EVERY.toSeconds(), e);
        }
    }
}
