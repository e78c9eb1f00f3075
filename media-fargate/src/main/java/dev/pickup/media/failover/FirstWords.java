package dev.pickup.media.failover;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How long first words took lately, and so when one is late: when all but the share of replies that may be hedged have
/// begun. Then the budget is just used up, and no earlier time could be paid for. Any thread.
///
/// Source of the rule: "The Tail at Scale", Dean and Barroso, 2013, which hedges after the 95th percentile to pay for
/// one request in twenty.
final class FirstWords {
    /// The last ones: some minutes of a busy task, so that a service that becomes slower is noticed. Chosen.
    private static final int REMEMBERED = 200;

    /// Fewer say nothing about the slowest tenth. Chosen.
    private static final int LEAST = 30;

    /// Models that are remembered; the one that was not asked for longest goes first.
    private static final int MOST_MODELS = 100;

    private final Map<Object, Window> models = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Window> eldest) {
            return size() > MOST_MODELS;
        }
    };

    private static final class Window {
        private final long[] nanos = new long[REMEMBERED];
        private int seen;
    }

    /// @param model a provider and what it was asked for
    /// @param nanos to its first word; of one that was overtaken, how long it had said nothing, as that is late too
    synchronized void took(Object model, long nanos) {
        Window window = models.computeIfAbsent(model, _ -> new Window());
        window.nanos[window.seen % REMEMBERED] = nanos;
        window.seen++;
    }

    /// When all but `share` of the model's replies had begun; empty while too few are known.
    synchronized Optional<Duration> allBut(double share, Object model) {
        Window window = models.get(model);
        if (window == null || window.seen < LEAST) {
            return Optional.empty();
        }
        long[] sorted = Arrays.copyOf(window.nanos, Math.min(window.seen, REMEMBERED));
        Arrays.sort(sorted);
        int rank = (int) Math.ceil((1 - share) * sorted.length);
        return Optional.of(Duration.ofNanos(sorted[Math.clamp(rank - 1, 0, sorted.length - 1)]));
    }
}
