package dev.pickup.core.usage;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.CallEvent.UsageRecorded;
import java.time.Instant;
import java.time.YearMonth;

/// What one call used and cost: one line of the ledger, written once, never changed.
///
/// @param number        the account's number that was called
/// @param month         in UTC, of the call's end
/// @param billedSeconds started seconds from answer to end
public record UsageRecord(
        UsageRecordId id,
        AccountId account,
        CallId call,
        AgentId agent,
        PhoneNumber number,
        YearMonth month,
        long billedSeconds,
        Cost cost,
        Instant recordedAt) {
    /// The same, as the bus tells it.
    public UsageRecorded toEvent() {
        return new UsageRecorded(
                id.value(),
                month.toString(),
                agent.value(),
                number.e164(),
                billedSeconds,
                cost.totalMicros(),
                cost.currency(),
                cost.parts().stream()
                        .map(p -> new UsageRecorded.Part(p.part(), p.units(), p.unit(), p.micros()))
                        .toList());
    }
}
