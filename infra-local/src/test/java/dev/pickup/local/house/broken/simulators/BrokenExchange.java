package dev.pickup.local.house.broken.simulators;

import dev.pickup.local.house.broken.core.call.BrokenCall;

/// Breaks the rules on purpose.
public final class BrokenExchange {
    void knows(BrokenCall brokenCall) {}
}
