package dev.pickup.media.model.openai;

/// When patience with one reply ends. Belongs to one thread.
final class Deadline {
    private final ModelTimeouts timeouts;
    private final long begunAt = System.nanoTime();
    private long nextAt;

    Deadline(ModelTimeouts timeouts) {
        this.timeouts = timeouts;
        this.nextAt = begunAt + timeouts.firstToken().toNanos();
    }

    void somethingCame() {
        nextAt = System.nanoTime() + timeouts.betweenTokens().toNanos();
    }

    /// Until the next piece, or the end of all, is overdue; never negative.
    long remainingNanos() {
        long now = System.nanoTime();
        return Math.max(0, Math.min(nextAt - now, begunAt + timeouts.total().toNanos() - now));
    }
}
