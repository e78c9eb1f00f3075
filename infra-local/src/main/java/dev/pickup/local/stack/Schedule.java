package dev.pickup.local.stack;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.LocalFunction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a function at once and then again and again, never twice at a time.
final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final LocalFunction<ScheduledEvent, ?> function;
    private final Duration every;
    private final Thread thread;

    Schedule(String name, LocalFunction<ScheduledEvent, ?> function, Duration every) {
        this.function = function;
        this.every = every;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                invoke();
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void invoke() {
        try {
            function.invoke(new ScheduledEvent());
        } catch (FunctionException e) {
            LOG.error("{} failed; it runs again in {} s", function.name(), every.toSeconds(), e);
        }
    }
}
