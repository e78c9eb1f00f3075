package dev.pickup.local.stack;

import dev.pickup.functions.runtime.Metrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts in memory, and says so in the log. Any thread.
final class CountedMetrics implements Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(CountedMetrics.class);

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String name, String reason) {
        LOG.info("{} ({})", name, reason);
        counts.computeIfAbsent(name + "/" + reason, _ -> new LongAdder()).increment();
    }

    /// By `name/reason`, since the start.
    Map<String, Long> counts() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((name, count) -> now.put(name, count.sum()));
        return now;
    }
}
