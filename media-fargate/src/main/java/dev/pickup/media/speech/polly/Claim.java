package dev.pickup.media.speech.polly;

/// A reply's claim to places of the quota: one that nobody may ever hear stands behind all others. Any thread.
final class Claim {
    private final PollyQuota quota;
    private volatile boolean ahead;

    Claim(PollyQuota quota, boolean ahead) {
        this.quota = quota;
        this.ahead = ahead;
    }

    boolean isAhead() {
        return ahead;
    }

    /// From now on it stands in line like any other.
    void wanted() {
        ahead = false;
    }

    /// Takes a place if there is one now; whoever has it gives it back.
    boolean tryEnter() {
        return quota.tryEnter(ahead);
    }

    /// Whether somebody may ask beside others who does not need to.
    boolean isRoomy() {
        return quota.isRoomy();
    }

    void leave() {
        quota.leave();
    }
}
