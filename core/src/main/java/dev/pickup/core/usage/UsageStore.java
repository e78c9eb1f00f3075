package dev.pickup.core.usage;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.events.CallEvent.UsageRecorded;
import dev.pickup.events.NumberEvent.NumberCharged;
import java.time.YearMonth;
import java.util.Optional;

/// The ledger and its monthly totals. Blocking; any thread. Faults as [dev.pickup.core.agent.AgentStore].
///
/// Records are appended by whoever finalizes the call, in the transaction that does so: see `UsageItems` in
/// `core.state`. Charges of numbers are appended by [dev.pickup.core.number.NumberOrders#charge].
public interface UsageStore {
    /// One record; empty when the call has not been charged.
    Optional<UsageRecord> find(AccountId account, YearMonth month, UsageRecordId id);

    /// The account's records of a month, by id.
    Page<UsageRecord> records(AccountId account, YearMonth month, int limit, Optional<String> next);

    /// What the account's bought numbers cost in a month, by id.
    Page<NumberCharge> charges(AccountId account, YearMonth month, int limit, Optional<String> next);

    /// Adds a charge of a number to the totals of its month. Repeat: harmless, `ALREADY_COUNTED`.
    CountOutcome count(AccountId account, NumberCharged charge);

    /// Adds a record to the totals of its month. Repeat: harmless, `ALREADY_COUNTED`.
    CountOutcome count(AccountId account, UsageRecorded usage);

    /// What was counted so far; zero when nothing was.
    MonthlyTotals totals(AccountId account, YearMonth month);

    enum CountOutcome {
        COUNTED,
        ALREADY_COUNTED
    }
}
