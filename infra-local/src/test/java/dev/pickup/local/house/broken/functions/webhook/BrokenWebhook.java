package dev.pickup.local.house.broken.functions.webhook;

import dev.pickup.local.house.broken.functions.billing.BrokenBilling;
import dev.pickup.local.house.broken.media.session.BrokenSession;

/// Breaks the rules on purpose.
public final class BrokenWebhook {
    void knows(BrokenBilling brokenBilling, BrokenSession brokenSession) {}
}
