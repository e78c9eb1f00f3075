package dev.pickup.media.turn;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// The time of a [ScriptedCall]: it passes from one thing that happens to the next. What happens at the same time
/// happens in the order in which it was planned, before timers that are due then.
final class VirtualTime {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atMs).thenComparingLong(Event::order));
    private final Map<Timer, Long> timers = new EnumMap<>(Timer.class);
    private long nowMs;
    private long order;

    private record Event(long atMs, long order, Runnable what) {}

    long nowMs() {
        return nowMs;
    }

    void at(long atMs, Runnable what) {
        events.add(new Event(atMs, order++, what));
    }

    void arm(Timer timer, long dueMs) {
        timers.put(timer, dueMs);
    }

    void cancel(Timer timer) {
        timers.remove(timer);
    }

    /// Lets the next thing happen; false when nothing is left to happen before `untilMs`.
    boolean advance(long untilMs, Consumer<Timer> fires) {
        Event event = events.peek();
        Map.Entry<Timer, Long> timer =
                timers.entrySet().stream().min(Map.Entry.comparingByValue()).orElse(null);
        long timerMs = timer == null ? Long.MAX_VALUE : Math.max(nowMs, timer.getValue());
        long eventMs = event == null ? Long.MAX_VALUE : event.atMs();
        if (Math.min(timerMs, eventMs) > untilMs) {
            return false;
        }
        if (timerMs < eventMs) {
            nowMs = timerMs;
            timers.remove(timer.getKey());
            fires.accept(timer.getKey());
        } else {
            events.remove();
            nowMs = Math.max(nowMs, eventMs);
            event.what().run();
        }
        return true;
    }

    /// Nothing happens before `untilMs`.
    void skipTo(long untilMs) {
        nowMs = Math.max(nowMs, untilMs);
    }
}
