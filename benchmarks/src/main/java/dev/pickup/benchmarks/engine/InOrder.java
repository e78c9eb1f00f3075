package dev.pickup.benchmarks.engine;

import java.util.ArrayDeque;
import java.util.Queue;

/// Delivers one stream's results late, but in the order in which they were found; nothing once closed. Any thread.
final class InOrder {
    private final EngineClock clock;
    private final Object delivering = new Object();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long lastDueNanos;
    private boolean closed;

    InOrder(EngineClock clock) {
        this.clock = clock;
        this.lastDueNanos = clock.nowNanos();
    }

    /// Not before `afterNanos` from now, and not before what was found earlier.
    void deliver(long afterNanos, Runnable result) {
        synchronized (waiting) {
            waiting.add(result);
            lastDueNanos = Math.max(lastDueNanos, clock.nowNanos() + afterNanos);
            clock.at(lastDueNanos, this::next);
        }
    }

    /// Whichever timer comes first, the oldest result goes first.
    private void next() {
        synchronized (delivering) {
            Runnable result;
            synchronized (waiting) {
                result = waiting.remove();
            }
            if (!closed) {
                result.run();
            }
        }
    }

    void close() {
        synchronized (delivering) {
            closed = true;
        }
    }
}
