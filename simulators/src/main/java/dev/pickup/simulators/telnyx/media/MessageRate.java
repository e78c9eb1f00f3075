package dev.pickup.simulators.telnyx.media;

/// How many messages a customer may send: the carrier has a limit and does not publish it. One thread.
///
/// Chosen: 200 a second, which is four times one frame each 20 ms, and 400 at once, which is a burst of eight seconds.
final class MessageRate {
    private static final double PER_SECOND = 200;
    private static final double BURST = 400;

    private double allowed = BURST;
    private long lastNanos;

    MessageRate(long nowNanos) {
        lastNanos = nowNanos;
    }

    boolean allows(long nowNanos) {
        allowed = Math.min(BURST, allowed + (nowNanos - lastNanos) / 1e9 * PER_SECOND);
        lastNanos = nowNanos;
        if (allowed < 1) {
            return false;
        }
        allowed--;
        return true;
    }
}
