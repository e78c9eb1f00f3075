package dev.pickup.simulators.polly;

/// The account's quota: a bucket that fills at a rate, and a number at once. Any thread.
final class Quota {
    private static final double NANOS_PER_SECOND = 1e9;

    private final ServiceTerms terms;
    private double tokens;
    private long filledNanos = System.nanoTime();
    private int open;

    Quota(ServiceTerms terms) {
        this.terms = terms;
        this.tokens = terms.burst();
    }

    /// Lets a request in, or does not.
    synchronized boolean enter() {
        long now = System.nanoTime();
        tokens = Math.min(terms.burst(), tokens + (now - filledNanos) / NANOS_PER_SECOND * terms.perSecond());
        filledNanos = now;
        if (tokens < 1 || open >= terms.mostAtOnce()) {
            return false;
        }
        tokens--;
        open++;
        return true;
    }

    synchronized void leave() {
        open--;
    }

    synchronized int open() {
        return open;
    }
}
