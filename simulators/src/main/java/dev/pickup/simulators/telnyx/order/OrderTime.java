package dev.pickup.simulators.telnyx.order;

import java.time.Duration;

/// How long orders take: each its own time between these two, always the same for the same order.
public record OrderTime(Duration least, Duration most) {
    public OrderTime {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("An order takes some time, and not less than the least.");
        }
    }

    /// As real orders of numbers in stock do; measured by nobody, reported by many.
    public static OrderTime usual() {
        return new OrderTime(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    public static OrderTime none() {
        return new OrderTime(Duration.ZERO, Duration.ZERO);
    }

    Duration of(String orderId) {
        long spread = most.minus(least).toMillis();
        return spread == 0 ? least : least.plusMillis(Math.floorMod(orderId.hashCode(), spread));
    }
}
