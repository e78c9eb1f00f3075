package dev.pickup.core.usage;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.NumberEvent.NumberCharged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/// What one bought number cost in one month: one line of the ledger, written once, never changed.
///
/// @param month in UTC
/// @param from  first day that is charged
/// @param to    last day that is charged
/// @param cost  `number` by days of the month, and in the first month `number-setup`
public record NumberCharge(
        UsageRecordId id,
        AccountId account,
        NumberOrderId order,
        PhoneNumber number,
        YearMonth month,
        LocalDate from,
        LocalDate to,
        Cost cost,
        Instant recordedAt) {
    /// The same, as the bus tells it.
    public NumberCharged toEvent() {
        return new NumberCharged(
                "evt_" + id.value().substring("use_".length()),
                account.value(),
                recordedAt,
                number.e164(),
                order.value(),
                id.value(),
                month.toString(),
                cost.totalMicros(),
                cost.currency());
    }

    /// The one name of this charge: a month of an order cannot be charged under two.
    public static UsageRecordId id(NumberOrderId order, YearMonth month) {
        return new UsageRecordId("use_" + order.value().substring("ord_".length())
                + String.format("%04d%02d", month.getYear(), month.getMonthValue()));
    }
}
