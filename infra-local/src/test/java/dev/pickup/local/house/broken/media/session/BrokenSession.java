package dev.pickup.local.house.broken.media.session;

import dev.pickup.local.house.broken.functions.billing.BrokenBilling;
import dev.pickup.local.house.broken.media.speech.offline.BrokenVoice;

/// Breaks the rules on purpose.
public final class BrokenSession {
    void knows(BrokenVoice brokenVoice, BrokenBilling brokenBilling) {}
}
