package dev.pickup.functions.billing;

import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberRent;
import dev.pickup.core.number.OrderReference;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.functions.runtime.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Charges bought numbers for every month that is over, and those given back for what was left. Each month of an
/// order once, however often and by however many this runs. One that cannot be charged now is counted and left to the
/// next run. Blocking; any thread.
record NumberCharges(NumberOrders orders, Metrics metrics) {
    private static final Logger LOG = LoggerFactory.getLogger(NumberCharges.class);
    private static final int PAGE = 100;
    // One run's most; what is over comes with the next, as charged orders move back in the index.
    private static final int MAX_PAGES = 50;
    // A run that did not happen for years catches up.
    private static final int MOST_MONTHS = 36;

    void run(Instant now) {
        for (int page = 0; page < MAX_PAGES; page++) {
            List<OrderReference> due = orders.chargeable(now, PAGE);
            long charged = due.stream().filter(order -> guarded(order, now)).count();
            if (due.size() < PAGE || charged == 0) {
                return;
            }
        }
    }

    private boolean guarded(OrderReference order, Instant now) {
        try {
            return charge(order, now);
        } catch (RuntimeException e) {
            LOG.error("{} cannot be charged now: {}", order, e.toString());
            metrics.count("NumberNotCharged", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean charge(OrderReference reference, Instant now) {
        boolean charged = false;
        for (int month = 0; month < MOST_MONTHS; month++) {
            Optional<NumberOrder> order = orders.find(reference.account(), reference.order());
            Optional<NumberCharge> due = order.flatMap(o -> NumberRent.charge(o, now));
            if (due.isEmpty()) {
                return charged;
            }
            charged |= orders.charge(order.get(), NumberRent.charged(order.get()), due.get());
        }
        return charged;
    }
}
