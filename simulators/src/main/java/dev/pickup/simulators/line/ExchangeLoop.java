package dev.pickup.simulators.line;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that owns the state of all calls: commands, timers and audio frames run on it one after the other, so
/// that nothing needs a lock. Nothing on it waits. Any thread may hand it work.
///
/// Durations are the exchange's own: with a pace of 4, a second of them takes 250 ms on the wall.
public final class ExchangeLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeLoop.class);
    /// Longer than any burst of work; a loop that is stuck must not hang its users.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final double pace;
    private final long origin = System.nanoTime();
    private final ScheduledThreadPoolExecutor executor;

    public ExchangeLoop(double pace) {
        this.pace = pace;
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("exchange").daemon(true).factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /// Exchange time since the loop began.
    public long nowNanos() {
        return (long) ((System.nanoTime() - origin) * pace);
    }

    /// How long `length` takes on the wall.
    public Duration onTheWall(Duration length) {
        return Duration.ofNanos((long) (length.toNanos() / pace));
    }

    /// Runs `task` soon.
    public void run(Runnable task) {
        executor.execute(guarded(task));
    }

    /// Runs `question` and waits for its answer, or throws what it threw. When the loop is closed, nothing changes any
    /// more, and whoever asks finds out for themselves.
    public <T> T ask(Callable<T> question) {
        FutureTask<T> answer = new FutureTask<>(question);
        if (executor.isTerminated()) {
            answer.run();
        } else {
            executor.execute(answer);
        }
        try {
            return answer.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The exchange is closed, or stuck.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the exchange.", e);
        }
    }

    /// Runs `task` after `delay`, unless it is cancelled before.
    public Timer after(Duration delay, Runnable task) {
        Future<?> future = executor.schedule(guarded(task), wallNanos(delay), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /// Runs `task` every `period`, first after one period. Each run has its own absolute deadline, so that late runs
    /// catch up and nothing drifts.
    public Timer every(Duration period, Runnable task) {
        long nanos = wallNanos(period);
        Future<?> future = executor.scheduleAtFixedRate(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /// What runs ends; what is due later does not happen.
    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }

    private long wallNanos(Duration length) {
        return Math.max(0, onTheWall(length).toNanos());
    }

    /// One call's bug must not end the others.
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A task of the exchange failed", e);
            }
        };
    }
}
