package dev.pickup.media;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// What a media task has done so far, by name; only grows. Any thread.
public final class MediaCounters {
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    /// Adds one to `name`, e.g. `sockets-refused-token`.
    public void count(String name) {
        add(name, 1);
    }

    public void add(String name, long amount) {
        if (amount != 0) {
            counts.computeIfAbsent(name, _ -> new LongAdder()).add(amount);
        }
    }

    public long of(String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }

    /// One line each, as metric scrapers read them.
    public String text() {
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) -> text.append(
                String.format(Locale.ROOT, "pickup_media_%s_total %d%n", name.replace('-', '_'), count.sum())));
        return text.toString();
    }
}
