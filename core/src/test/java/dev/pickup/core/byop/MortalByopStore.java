package dev.pickup.core.byop;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A store whose user may die before or after each write.
///
/// @param moment called before and after, with what is written; may throw [ProcessDied]
record MortalByopStore(ByopStore store, Consumer<String> moment) implements ByopStore {
    @Override
    public StartOutcome start(ByopImport first) {
        moment.accept("before save " + first.stage());
        StartOutcome outcome = store.start(first);
        moment.accept("after save " + first.stage());
        return outcome;
    }

    @Override
    public Optional<ByopImport> find(AccountId account, PhoneNumber number) {
        return store.find(account, number);
    }

    @Override
    public boolean save(ByopImport next, List<DomainEvent> events) {
        moment.accept("before save " + next.stage());
        boolean saved = store.save(next, events);
        moment.accept("after save " + next.stage());
        return saved;
    }

    @Override
    public List<Due> due(Instant at, int limit) {
        return store.due(at, limit);
    }

    @Override
    public Page<ByopImport> list(AccountId account, int limit, Optional<String> next) {
        return store.list(account, limit, next);
    }
}
