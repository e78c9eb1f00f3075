package dev.pickup.benchmarks.engine;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Lets things happen later, for all engines of a process, on one thread. Any thread.
final class EngineClock implements AutoCloseable {
    private static final ThreadFactory THREAD =
            Thread.ofPlatform().name("simulated-engines").daemon().factory();

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, THREAD);

    EngineClock() {
        executor.setRemoveOnCancelPolicy(true);
    }

    long nowNanos() {
        return System.nanoTime();
    }

    /// Runs `step`, which is quick, at `dueNanos`.
    void at(long dueNanos, Runnable step) {
        var _ = executor.schedule(step, Math.max(0, dueNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
