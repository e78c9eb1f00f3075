package dev.pickup.media.session;

import dev.pickup.media.turn.Timer;
import java.util.EnumMap;
import java.util.Map;

/// A conversation's timers on the loop's clock. Facts go first: after a stall both wait, the facts happened earlier,
/// and many a timer is there only in case they do not. Owned by the loop.
final class DueTimers {
    /// Messages after which timers are fired though more wait, so that a flood does not stop them. Chosen: a mailbox
    /// holds no more after a stall of several seconds.
    static final int MOST_FACTS_FIRST = 500;

    private final Map<Timer, Long> dueMs = new EnumMap<>(Timer.class);
    private final Map<Timer, Long> delayMs = new EnumMap<>(Timer.class);
    private int factsFirst;

    void arm(Timer timer, long atMs) {
        dueMs.put(timer, atMs);
    }

    void cancel(Timer timer) {
        dueMs.remove(timer);
    }

    /// From now on a timer waits for so much longer than it was armed for.
    void delay(Timer timer, long ms) {
        delayMs.put(timer, ms);
    }

    /// Whether it is the timers' turn. Asked once after each message.
    boolean turn(boolean factsWait) {
        factsFirst = factsWait ? factsFirst + 1 : 0;
        if (factsFirst > 0 && factsFirst < MOST_FACTS_FIRST) {
            return false;
        }
        factsFirst = 0;
        return true;
    }

    /// Takes a timer whose time has come; false when it has not.
    boolean take(Timer timer, long nowMs) {
        Long due = dueMs.get(timer);
        if (due == null || due + delayMs.getOrDefault(timer, 0L) > nowMs) {
            return false;
        }
        dueMs.remove(timer);
        return true;
    }

    /// When the next one is due, `latestMs` at the latest.
    double next(double latestMs) {
        double next = latestMs;
        for (Map.Entry<Timer, Long> due : dueMs.entrySet()) {
            next = Math.min(next, (double) due.getValue() + delayMs.getOrDefault(due.getKey(), 0L));
        }
        return next;
    }
}
