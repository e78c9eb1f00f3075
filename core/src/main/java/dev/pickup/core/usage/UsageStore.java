package dev.pickup.core.usage;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.events.CallEvent.UsageRecorded;
import java.time.YearMonth;
import java.util.Optional;

/// The ledger and its monthly totals. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
///
/// Records are appended by whoever finalizes the call, in the transaction that does so: see `UsageItems` in
/// `core.state`.
public interface UsageStore {
    /// One record; empty when the call has not been charged.
    Optional<UsageRecord> find(AccountId account, YearMonth month, UsageRecordId id);

    /// The account's records of a month, by id.
    Page<UsageRecord> records(AccountId account, YearMonth month, int limit, Optional<String> next);

    /// Adds a record to the totals of its month. Repeat: harmless, `ALREADY_COUNTED`.
    CountOutcome count(AccountId account, UsageRecorded usage);

    /// What was counted so far; zero when nothing was.
    MonthlyTotals totals(AccountId account, YearMonth month);

    enum CountOutcome {
        COUNTED,
        ALREADY_COUNTED
    }
}
