package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.usage.MonthlyTotals;
import dev.pickup.core.usage.MonthlyTotals.Total;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.events.CallEvent.UsageRecorded;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The ledger in `pickup-usage`. Totals are kept in several shards, which a read adds up: calls that end together
/// would
/// otherwise all wait for one item.
public final class DynamoDbUsageStore implements UsageStore {
    private static final TableShape TABLE = Tables.USAGE;
    private static final String TOTALS = "monthly total";
    private static final String PREFIX = "TOTAL#";
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
        Page<Item> page = new Listing(
                        "usage record", TABLE, Keys.accountMonth(account, month), UsageItems.PREFIX, false)
                .page(database, limit, next);
        return new Page<>(page.items().stream().map(UsageItems::read).toList(), page.next());
    }

    @Override
    public CountOutcome count(AccountId account, UsageRecorded usage) {
        String partition = Keys.accountMonth(account, YearMonth.parse(usage.month()));
        int shard = Math.floorMod(usage.usageRecordId().hashCode(), SHARDS);
        Attributes counted = Attributes.of(partition, "COUNTED#" + usage.usageRecordId());
        List<Integer> refused = database.transact(
                "count usage",
                List.of(
                        Writes.put(TABLE, counted, Writes.ABSENT),
                        add(Attributes.of(partition, PREFIX + shard + "#AGENT#" + usage.agentId()), usage),
                        add(Attributes.of(partition, PREFIX + shard + "#NUMBER#" + usage.number()), usage)));
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
        String currency = DEFAULT_CURRENCY;
        Optional<String> next = Optional.empty();
        do {
            Page<Item> page = listing.page(database, PAGE, next);
            for (Item item : page.items()) {
                String[] sort = item.text(Tables.SORT).split("#", 4); // TOTAL, shard, kind, id
                if (sort.length != 4) {
                    throw new CorruptItemException(TOTALS, Tables.SORT);
                }
                SortedMap<String, Total> kind = "AGENT".equals(sort[2]) ? agents : numbers;
                kind.merge(sort[3], total(item), Total::plus);
                currency = item.text("currency");
            }
            next = page.next();
        } while (next.isPresent());
        Total all = agents.values().stream().reduce(Total.NONE, Total::plus);
        return new MonthlyTotals(month, currency, all, agents, numbers);
    }

    private static TransactWriteItem add(Attributes key, UsageRecorded usage) {
        return Writes.update(
                TABLE,
                key,
                "SET currency = :currency ADD calls :one, billedSeconds :seconds, micros :micros",
                "attribute_not_exists(currency) OR currency = :currency",
                Attributes.nested()
                        .text(":currency", usage.currency())
                        .number(":one", 1)
                        .number(":seconds", usage.billedSeconds())
                        .number(":micros", usage.totalMicros()));
    }

    private static Total total(Item item) {
        return new Total(item.number("calls"), item.number("billedSeconds"), item.number("micros"));
    }
}
