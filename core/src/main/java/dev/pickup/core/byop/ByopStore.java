package dev.pickup.core.byop;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Imports, with the numbers and the dependence of credentials that go with them. Blocking; any thread.
/// Faults as [dev.pickup.core.agent.AgentStore].
public interface ByopStore {
    /// Writes a first version, with its number (`CONFIGURING`, driving nothing), the number's uniqueness
    /// over all accounts, and the credential's dependence: all or none. Replaces an import of the number
    /// that was undone.
    StartOutcome start(ByopImport first);

    /// The account's import of the number, also one that was undone.
    Optional<ByopImport> find(AccountId account, PhoneNumber number);

    /// Writes `next.version()` on top of the version before it, with what its stage means for the number:
    /// ACTIVE and STUCK change its status and drift, UNDONE takes number, uniqueness, attachment and the
    /// credential's dependence away. All or none, events included.
    ///
    /// @return false when that is not the newest any more: read again
    boolean save(ByopImport next, List<DomainEvent> events);

    /// Those with a due time up to `now`, the longest due first. Follows writes within a second or so.
    List<Due> due(Instant now, int limit);

    /// Which import is due.
    record Due(AccountId account, PhoneNumber number) {}

    /// Every import of an account that is not undone, by number.
    Page<ByopImport> list(AccountId account, int limit, Optional<String> next);

    enum StartOutcome {
        STARTED,
        /// An account has the number already, this one or another: who is not told.
        NUMBER_TAKEN,
        /// It was deleted meanwhile.
        CREDENTIAL_NOT_FOUND
    }
}
