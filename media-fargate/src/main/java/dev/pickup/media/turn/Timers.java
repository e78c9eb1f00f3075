package dev.pickup.media.turn;

import java.util.EnumMap;
import java.util.Map;

/// Which timers are armed, and when they are due. A timer that fires though it is not armed, or not due yet, is a stale
/// one and means nothing.
final class Timers {
    private final Map<Timer, Long> due = new EnumMap<>(Timer.class);

    void arm(Timer timer, long dueMs, Effects out) {
        Long before = due.put(timer, dueMs);
        if (before == null || before != dueMs) {
            out.add(new Command.ArmTimer(timer, dueMs));
        }
    }

    void cancel(Timer timer, Effects out) {
        if (due.remove(timer) != null) {
            out.add(new Command.CancelTimer(timer));
        }
    }

    void cancelAll(Effects out) {
        for (Timer timer : Timer.values()) {
            cancel(timer, out);
        }
    }

    boolean armed(Timer timer) {
        return due.containsKey(timer);
    }

    /// Takes a timer that fired; false when it is stale.
    boolean take(Timer timer, long nowMs) {
        Long dueMs = due.get(timer);
        if (dueMs == null || nowMs < dueMs) {
            return false;
        }
        due.remove(timer);
        return true;
    }

    /// All armed timers.
    Map<Timer, Long> pending() {
        return Map.copyOf(due);
    }
}
