package dev.pickup.core.account;

import java.util.Optional;

/// Accounts. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
public interface AccountStore {
    /// Writes a new account with version 1. Repeat: `EXISTS`; nothing is overwritten.
    SaveOutcome create(Account account);

    /// Writes `account.version()` on top of the version before it; `STALE` when that is not the newest any more.
    SaveOutcome save(Account account);

    Optional<Account> find(AccountId id);

    enum SaveOutcome {
        SAVED,
        EXISTS,
        STALE,
        NOT_FOUND
    }
}
