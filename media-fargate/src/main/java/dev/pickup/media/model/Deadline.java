package dev.pickup.media.model;

import java.util.function.LongSupplier;

/// When patience with one reply ends. Belongs to one thread.
public final class Deadline {
    private final ModelTimeouts timeouts;
    private final LongSupplier nanoTime;
    private final long begunAt;
    private long nextAt;

    public Deadline(ModelTimeouts timeouts, LongSupplier nanoTime) {
        this.timeouts = timeouts;
        this.nanoTime = nanoTime;
        this.begunAt = nanoTime.getAsLong();
        this.nextAt = begunAt + timeouts.firstToken().toNanos();
    }

    public void somethingCame() {
        nextAt = nanoTime.getAsLong() + timeouts.betweenTokens().toNanos();
    }

    /// Until the next piece, or the end of all, is overdue; never negative.
    public long remainingNanos() {
        long now = nanoTime.getAsLong();
        return Math.max(0, Math.min(nextAt - now, begunAt + timeouts.total().toNanos() - now));
    }
}
