package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Usage records as items.
public final class UsageItems {
    static final String PREFIX = "USAGE#";

    private UsageItems() {}

    /// The write that appends `usage` to the ledger, for the transaction that finalizes the call. Refused, and the
    /// whole transaction with it, when the record is there already.
    public static TransactWriteItem append(UsageRecord usage) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(Tables.USAGE.name())
                        .item(item(usage).toMap())
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())
                .build();
    }

    static String sort(UsageRecordId id) {
        return PREFIX + id;
    }

    static UsageRecord read(Item item) {
        return new UsageRecord(
                item.parsed("usageRecordId", UsageRecordId::new),
                item.parsed("accountId", AccountId::new),
                item.parsed("callId", CallId::new),
                item.parsed("agentId", AgentId::new),
                item.parsed("number", PhoneNumber::new),
                item.parsed("month", YearMonth::parse),
                item.number("billedSeconds"),
                cost(item),
                item.instant("recordedAt"));
    }

    private static Attributes item(UsageRecord usage) {
        Attributes item = Attributes.of(Keys.accountMonth(usage.account(), usage.month()), sort(usage.id()))
                .text("usageRecordId", usage.id().value())
                .text("accountId", usage.account().value())
                .text("callId", usage.call().value())
                .text("agentId", usage.agent().value())
                .text("number", usage.number().e164())
                .text("month", usage.month().toString())
                .number("billedSeconds", usage.billedSeconds());
        return cost(item, usage.cost()).instant("recordedAt", usage.recordedAt());
    }

    static Attributes cost(Attributes item, Cost cost) {
        return item.number("totalMicros", cost.totalMicros())
                .text("currency", cost.currency())
                .number("perMinuteMicros", cost.perMinuteMicros())
                .items("parts", cost.parts().stream().map(UsageItems::part).toList())
                .text("rateCard", cost.rateCard().map(LocalDate::toString));
    }

    private static Attributes part(Cost.Part part) {
        return Attributes.nested()
                .text("part", part.part())
                .text("provider", part.provider())
                .number("units", part.units())
                .text("unit", part.unit())
                .number("micros", part.micros());
    }

    static Cost cost(Item item) {
        List<Cost.Part> parts = item.items("parts").stream()
                .map(p -> new Cost.Part(
                        p.text("part"),
                        p.optionalText("provider"),
                        p.number("units"),
                        p.text("unit"),
                        p.number("micros")))
                .toList();
        try {
            return new Cost(
                    item.number("totalMicros"),
                    item.text("currency"),
                    item.number("perMinuteMicros"),
                    parts,
                    item.optionalParsed("rateCard", LocalDate::parse));
        } catch (IllegalArgumentException e) {
            throw new CorruptItemException("usage record", "totalMicros", e);
        }
    }
}
