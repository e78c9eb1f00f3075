package dev.pickup.local.house.broken.core.agent;

import dev.pickup.local.house.broken.core.state.BrokenStore;
import java.time.Instant;

/// Breaks the rules on purpose.
public final class BrokenAgent {
    void knows(BrokenStore brokenStore) {}

    String home() {
        return System.getProperty("user.home");
    }

    Instant now() {
        return Instant.now();
    }
}
