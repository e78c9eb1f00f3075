package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.events.DomainEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an account's outbox holds, for the contracts to look at.
final class OutboxEvents {
    private OutboxEvents() {}

    /// In the order in which they occurred.
    static List<DomainEvent> of(Database database, AccountId account) {
        return new Listing("outbox event", Tables.ACCOUNTS, Keys.account(account), "OUTBOX#", false)
                .page(database, 100, Optional.empty()).items().stream()
                        .map(item -> Outbox.read(item.attributes()))
                        .sorted(Comparator.comparing(DomainEvent::occurredAt))
                        .toList();
    }
}
