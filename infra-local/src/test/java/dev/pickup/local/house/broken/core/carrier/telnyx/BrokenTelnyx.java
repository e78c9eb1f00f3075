package dev.pickup.local.house.broken.core.carrier.telnyx;

import dev.pickup.local.house.broken.core.carrier.twilio.BrokenTwilio;
import dev.pickup.local.house.broken.core.state.BrokenStore;

/// Breaks the rules on purpose.
public final class BrokenTelnyx {
    void knows(BrokenStore brokenStore, BrokenTwilio brokenTwilio) {}
}
