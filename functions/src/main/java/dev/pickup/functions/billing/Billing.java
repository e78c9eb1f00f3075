package dev.pickup.functions.billing;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.core.usage.UsageStore.CountOutcome;
import dev.pickup.events.CallEvent.CallFinalized;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberCharged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds each finalized call and each charge of a number to the totals of its month, once for each usage record, however
/// often the bus delivers.
/// Any thread.
///
/// @param usage where totals are kept
public record Billing(UsageStore usage) {
    private static final Logger LOG = LoggerFactory.getLogger(Billing.class);

    /// Takes an event; those that cost nothing are left alone.
    public void take(DomainEvent event) {
        AccountId account = new AccountId(event.accountId());
        if (event instanceof CallFinalized call) {
            said(call.usage().usageRecordId(), account, usage.count(account, call.usage()));
        } else if (event instanceof NumberCharged charge) {
            said(charge.usageRecordId(), account, usage.count(account, charge));
        }
    }

    private static void said(String usageRecordId, AccountId account, CountOutcome outcome) {
        LOG.info("{} of {}: {}", usageRecordId, account, outcome);
    }
}
