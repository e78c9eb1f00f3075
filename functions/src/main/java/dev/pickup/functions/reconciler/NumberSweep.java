package dev.pickup.functions.reconciler;

import dev.pickup.core.number.NumberDesk;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.OrderReference;
import dev.pickup.functions.runtime.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries orders of numbers on that nobody is at: purchases and releases whose request died, had no more time, or
/// whose carrier did not answer. One that cannot be dealt with now is counted and left to the next sweep. Blocking;
/// two sweeps at once do no harm.
record NumberSweep(NumberOrders orders, NumberDesk desk, Metrics metrics, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(NumberSweep.class);
    private static final int MOST = 100;
    /// For one order; it may wait for the carrier a little.
    private static final Duration EACH = Duration.ofSeconds(5);
    /// For all of them: what is over is first in the next sweep.
    private static final Duration ALL = Duration.ofSeconds(30);

    void sweep(Instant now) {
        Instant end = now.plus(ALL);
        for (OrderReference order : orders.due(now, MOST)) {
            if (clock.instant().isAfter(end)) {
                return;
            }
            guarded(order);
        }
    }

    private void guarded(OrderReference order) {
        try {
            desk.resume(order, EACH);
        } catch (RuntimeException e) {
            LOG.error("{} cannot be carried on now: {}", order, e.toString());
            metrics.count("OrderNotCarriedOn", e.getClass().getSimpleName());
        }
    }
}
