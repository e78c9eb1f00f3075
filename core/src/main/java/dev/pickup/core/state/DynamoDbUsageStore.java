package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.usage.MonthlyTotals;
import dev.pickup.core.usage.MonthlyTotals.Total;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.events.CallEvent.UsageRecorded;
import dev.pickup.events.NumberEvent.NumberCharged;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The ledger in `pickup-usage`. Totals are kept in several shards, which a read adds up: calls that end together would
/// otherwise all wait for one item.
public final class DynamoDbUsageStore implements UsageStore {
    private static final TableShape TABLE = Tables.USAGE;
    private static final String TOTALS = "monthly total";
    private static final String PREFIX = "TOTAL#";
    private static final String RENT = "RENT";
    private static final int SHARDS = 8;
    private static final int PAGE = 200;
    private static final String DEFAULT_CURRENCY = "USD";

    private final Database database;

    public DynamoDbUsageStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UsageRecord> find(AccountId account, YearMonth month, UsageRecordId id) {
        return database.get("usage record", TABLE, Keys.accountMonth(account, month), UsageItems.sort(id))
                .map(UsageItems::read);
    }

    @Override
    public Page<UsageRecord> records(AccountId account, YearMonth month, int limit, Optional<String> next) {
        return new Listing("usage record", TABLE, Keys.accountMonth(account, month), UsageItems.PREFIX, false)
                .page(database, limit, next)
                .map(UsageItems::read);
    }

    @Override
    public Page<NumberCharge> charges(AccountId account, YearMonth month, int limit, Optional<String> next) {
        return new Listing(ChargeItems.KIND, TABLE, Keys.accountMonth(account, month), ChargeItems.PREFIX, false)
                .page(database, limit, next)
                .map(ChargeItems::read);
    }

    @Override
    public CountOutcome count(AccountId account, UsageRecorded usage) {
        Total total = new Total(1, usage.billedSeconds(), usage.totalMicros());
        Shard shard = Shard.of(account, usage.month(), usage.usageRecordId());
        return counted(
                shard,
                shard.add("AGENT#" + usage.agentId(), usage.currency(), total),
                shard.add("NUMBER#" + usage.number(), usage.currency(), total));
    }

    @Override
    public CountOutcome count(AccountId account, NumberCharged charge) {
        Shard shard = Shard.of(account, charge.month(), charge.usageRecordId());
        return counted(
                shard,
                shard.add(RENT + "#" + charge.number(), charge.currency(), new Total(0, 0, charge.totalMicros())));
    }

    private CountOutcome counted(Shard shard, TransactWriteItem... additions) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(Writes.put(TABLE, shard.counted(), Writes.ABSENT));
        writes.addAll(List.of(additions));
        List<Integer> refused = database.transact("count usage", writes);
        if (refused.isEmpty()) {
            return CountOutcome.COUNTED;
        }
        if (!refused.contains(0)) {
            throw new IllegalStateException("One account's month is billed in one currency");
        }
        return CountOutcome.ALREADY_COUNTED;
    }

    @Override
    public MonthlyTotals totals(AccountId account, YearMonth month) {
        Listing listing = new Listing(TOTALS, TABLE, Keys.accountMonth(account, month), PREFIX, false);
        SortedMap<String, Total> agents = new TreeMap<>();
        SortedMap<String, Total> numbers = new TreeMap<>();
        Total rent = Total.NONE;
        String currency = DEFAULT_CURRENCY;
        Optional<String> next = Optional.empty();
        do {
            Page<Item> page = listing.page(database, PAGE, next);
            for (Item item : page.items()) {
                String[] sort = item.text(Tables.SORT).split("#", 4); // TOTAL, shard, kind, id
                if (sort.length != 4) {
                    throw new CorruptItemException(TOTALS, Tables.SORT);
                }
                rent = RENT.equals(sort[2]) ? rent.plus(total(item)) : rent;
                SortedMap<String, Total> kind = "AGENT".equals(sort[2]) ? agents : numbers;
                kind.merge(sort[3], total(item), Total::plus);
                currency = item.text("currency");
            }
            next = page.next();
        } while (next.isPresent());
        Total all = agents.values().stream().reduce(rent, Total::plus);
        return new MonthlyTotals(month, currency, all, rent.micros(), agents, numbers);
    }

    /// Where one record of the ledger is counted.
    private record Shard(String partition, String usageRecordId) {
        static Shard of(AccountId account, String month, String usageRecordId) {
            return new Shard(Keys.accountMonth(account, YearMonth.parse(month)), usageRecordId);
        }

        Attributes counted() {
            return Attributes.of(partition, "COUNTED#" + usageRecordId);
        }

        TransactWriteItem add(String kind, String currency, Total total) {
            int shard = Math.floorMod(usageRecordId.hashCode(), SHARDS);
            return Writes.update(
                    TABLE,
                    Attributes.of(partition, PREFIX + shard + "#" + kind),
                    "SET currency = :currency ADD calls :calls, billedSeconds :seconds, micros :micros",
                    "attribute_not_exists(currency) OR currency = :currency",
                    Attributes.nested()
                            .text(":currency", currency)
                            .number(":calls", total.calls())
                            .number(":seconds", total.billedSeconds())
                            .number(":micros", total.micros()));
        }
    }

    private static Total total(Item item) {
        return new Total(item.number("calls"), item.number("billedSeconds"), item.number("micros"));
    }
}
