package dev.pickup.media.speech.polly;

import java.util.function.LongSupplier;

/// What the account may ask of Polly, as far as this task may use it: so many beginnings a second, so many at
/// once. One for all replies of a task; tasks share the account's quota by their settings. Any thread.
final class PollyQuota {
    private static final double NANOS_PER_SECOND = 1e9;

    /// What leaves evenly arrives in bunches: a tenth is left to that. Chosen.
    private static final double USED = 0.9;

    /// What rehearsals leave to replies: a third, so that a burst of them finds its places. Chosen.
    private static final double KEPT_FREE = 1 / 3.0;

    private final double perSecond;
    private final int mostAtOnce;
    private final LongSupplier nanos;
    private double allowance;
    private long countedNanos;
    private int open;

    PollyQuota(int perSecond, int mostAtOnce, LongSupplier nanos) {
        this.perSecond = Math.max(1, USED * perSecond);
        this.mostAtOnce = mostAtOnce;
        this.nanos = nanos;
        this.allowance = this.perSecond;
        this.countedNanos = nanos.getAsLong();
    }

    /// Takes a place if there is one now; whoever has it gives it back.
    ///
    /// @param ahead for what nobody may hear: only while there is enough for those who wait
    synchronized boolean tryEnter(boolean ahead) {
        refill();
        double spared = ahead ? KEPT_FREE : 0;
        if (allowance < 1 + spared * perSecond || open >= mostAtOnce - Math.ceil(spared * mostAtOnce)) {
            return false;
        }
        allowance--;
        open++;
        return true;
    }

    /// Whether half of it is free: then somebody may ask who does not need to.
    synchronized boolean isRoomy() {
        refill();
        return allowance >= perSecond / 2 && open <= mostAtOnce / 2;
    }

    synchronized void leave() {
        open--;
    }

    private void refill() {
        long now = nanos.getAsLong();
        allowance = Math.min(perSecond, allowance + (now - countedNanos) / NANOS_PER_SECOND * perSecond);
        countedNanos = now;
    }
}
