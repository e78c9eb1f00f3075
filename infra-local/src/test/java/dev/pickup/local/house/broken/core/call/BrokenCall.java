package dev.pickup.local.house.broken.core.call;

import dev.pickup.local.house.broken.functions.webhook.BrokenWebhook;

/// Breaks the rules on purpose.
public final class BrokenCall {
    void knows(BrokenWebhook brokenWebhook) {}
}
