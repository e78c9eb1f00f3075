package dev.pickup.functions.billing;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.core.usage.UsageStore.CountOutcome;
import dev.pickup.events.CallEvent.CallFinalized;
import dev.pickup.events.DomainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds each finalized call to the totals of its month, once for each usage record, however often the bus delivers.
/// Any thread.
///
/// @param usage where totals are kept
public record Billing(UsageStore usage) {
    private static final Logger LOG = LoggerFactory.getLogger(Billing.class);

    /// Takes an event; those that cost nothing are left alone.
    public void take(DomainEvent event) {
        if (!(event instanceof CallFinalized call)) {
            return;
        }
        CountOutcome outcome = usage.count(new AccountId(call.accountId()), call.usage());
        LOG.info("{} of {}: {}", call.usage().usageRecordId(), call.accountId(), outcome);
    }
}
