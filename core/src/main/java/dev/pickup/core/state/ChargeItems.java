package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.core.usage.UsageRecordId;
import java.time.LocalDate;
import java.time.YearMonth;

/// Charges of numbers as items of the ledger.
final class ChargeItems {
    static final String KIND = "number charge";
    static final String PREFIX = "CHARGE#";

    private ChargeItems() {}

    static Attributes write(NumberCharge charge) {
        Attributes item = Attributes.of(Keys.accountMonth(charge.account(), charge.month()), PREFIX + charge.id())
                .text("usageRecordId", charge.id().value())
                .text("accountId", charge.account().value())
                .text("orderId", charge.order().value())
                .text("number", charge.number().e164())
                .text("month", charge.month().toString())
                .text("from", charge.from().toString())
                .text("to", charge.to().toString());
        return UsageItems.cost(item, charge.cost()).instant("recordedAt", charge.recordedAt());
    }

    static NumberCharge read(Item item) {
        return new NumberCharge(
                item.parsed("usageRecordId", UsageRecordId::new),
                item.parsed("accountId", AccountId::new),
                item.parsed("orderId", NumberOrderId::new),
                item.parsed("number", PhoneNumber::new),
                item.parsed("month", YearMonth::parse),
                item.parsed("from", LocalDate::parse),
                item.parsed("to", LocalDate::parse),
                UsageItems.cost(item),
                item.instant("recordedAt"));
    }
}
