package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.OrderReference;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.TableShape.Index;
import dev.pickup.core.usage.NumberCharge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Orders of numbers in `pickup-accounts`, each beside the number that it is about.
public final class DynamoDbNumberOrders implements NumberOrders {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final int ORDER = 0;
    private static final int OWNER = 1;
    private static final int NUMBER = 2;
    private static final int MAX_LOST_RACES = 5;

    private final Database database;

    public DynamoDbNumberOrders(Database database) {
        this.database = database;
    }

    @Override
    public BeginOutcome begin(NumberOrder order, int limit) {
        if (limit < 1) {
            return find(order.account(), order.id()).isPresent() ? BeginOutcome.KNOWN : BeginOutcome.LIMIT_REACHED;
        }
        List<Integer> refused = database.transact(
                "begin order",
                List.of(
                        Writes.put(TABLE, OrderItems.write(order), Writes.ABSENT),
                        Writes.put(TABLE, owner(order), Writes.ABSENT),
                        DidItems.putNew(NumberEffects.newNumber(order)),
                        Writes.update(
                                TABLE,
                                Attributes.of(Keys.account(order.account()), Keys.BOUGHT_NUMBERS),
                                "ADD bought :one",
                                "attribute_not_exists(bought) OR bought < :limit",
                                Attributes.nested().number(":one", 1).number(":limit", limit))));
        if (refused.isEmpty()) {
            return BeginOutcome.BEGUN;
        }
        if (refused.contains(ORDER)) {
            return BeginOutcome.KNOWN;
        }
        if (refused.contains(OWNER)) {
            return isOwner(order) ? BeginOutcome.OURS : BeginOutcome.TAKEN;
        }
        return refused.contains(NUMBER) ? BeginOutcome.OURS : BeginOutcome.LIMIT_REACHED;
    }

    @Override
    public BeginOutcome adopt(NumberOrder order) {
        List<Integer> refused = database.transact(
                "adopt number",
                List.of(
                        Writes.put(TABLE, OrderItems.write(order), Writes.ABSENT),
                        Writes.update(
                                TABLE,
                                Attributes.of(
                                        Keys.account(order.account()),
                                        Keys.number(order.wish().number())),
                                "SET purchase = :purchase, version = version + :one",
                                "attribute_exists(pk) AND attribute_not_exists(purchase)",
                                Attributes.nested()
                                        .nested(":purchase", DidItems.purchase(NumberEffects.purchase(order)))
                                        .number(":one", 1))));
        if (refused.isEmpty()) {
            return BeginOutcome.BEGUN;
        }
        return refused.contains(ORDER) ? BeginOutcome.KNOWN : BeginOutcome.TAKEN;
    }

    @Override
    public Optional<NumberOrder> find(AccountId account, NumberOrderId id) {
        return database.get(OrderItems.KIND, TABLE, Keys.account(account), Keys.order(id))
                .map(OrderItems::read);
    }

    @Override
    public Page<NumberOrder> ofAccount(AccountId account, int limit, Optional<String> next) {
        return new Listing(OrderItems.KIND, TABLE, Keys.account(account), Keys.ORDER, false)
                .page(database, limit, next)
                .map(OrderItems::read);
    }

    @Override
    public Optional<NumberOrder> save(NumberOrder before, NumberOrder after, Instant now) {
        NumberOrder next = after.next();
        for (int attempt = 0; attempt < MAX_LOST_RACES; attempt++) {
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(replace(before, next));
            writes.addAll(new NumberEffects(database, before, next, now).writes());
            List<Integer> refused = database.transact("save order", writes);
            if (refused.isEmpty()) {
                return Optional.of(next);
            }
            if (refused.contains(ORDER)) {
                return isSame(next) ? Optional.of(next) : Optional.empty();
            }
        }
        throw new StoreUnavailableException(
                "save order", new IllegalStateException("lost " + MAX_LOST_RACES + " races"));
    }

    @Override
    public boolean charge(NumberOrder before, NumberOrder after, NumberCharge charge) {
        return database.transact(
                        "charge number",
                        List.of(
                                replace(before, after.next()),
                                Writes.put(Tables.USAGE, ChargeItems.write(charge), Writes.ABSENT),
                                Outbox.put(TABLE, Keys.account(before.account()), charge.toEvent())))
                .isEmpty();
    }

    @Override
    public void forget(AccountId account, PhoneNumber number) {
        database.transact(
                "forget number",
                List.of(TransactWriteItem.builder()
                        .delete(d -> d.tableName(TABLE.name())
                                .key(Attributes.of(Keys.account(account), Keys.number(number))
                                        .toMap())
                                .conditionExpression("#status = :failed")
                                .expressionAttributeNames(Map.of("#status", "status"))
                                .expressionAttributeValues(
                                        Map.of(":failed", AttributeValue.fromS(Did.Status.FAILED.name()))))
                        .build()));
    }

    @Override
    public List<OrderReference> due(Instant now, int limit) {
        return indexed(Tables.NUMBER_WORK, OrderItems.WORK, now, limit);
    }

    @Override
    public List<OrderReference> chargeable(Instant now, int limit) {
        return indexed(Tables.NUMBER_CHARGES, OrderItems.CHARGE, now, limit);
    }

    private List<OrderReference> indexed(Index index, String shard, Instant now, int limit) {
        return database
                .run(
                        "list due orders",
                        () -> database.client()
                                .query(r -> r.tableName(TABLE.name())
                                        .indexName(index.name())
                                        .keyConditionExpression(
                                                index.partition() + " = :shard AND " + index.sort() + " <= :now")
                                        .expressionAttributeValues(Map.of(
                                                ":shard", AttributeValue.fromS(shard),
                                                ":now", AttributeValue.fromS(OrderItems.moment(now))))
                                        .limit(limit)))
                .items()
                .stream()
                .map(DynamoDbNumberOrders::reference)
                .toList();
    }

    private static OrderReference reference(Map<String, AttributeValue> keys) {
        Item item = new Item(OrderItems.KIND, keys);
        return new OrderReference(
                item.parsed(Tables.PARTITION, pk -> new AccountId(pk.substring(Keys.ACCOUNT.length()))),
                item.parsed(Tables.SORT, sk -> new NumberOrderId(sk.substring(Keys.ORDER.length()))));
    }

    private static TransactWriteItem replace(NumberOrder before, NumberOrder next) {
        return Writes.put(
                TABLE,
                OrderItems.write(next),
                "version = :before",
                Map.of(":before", AttributeValue.fromN(Integer.toString(before.version()))));
    }

    private static Attributes owner(NumberOrder order) {
        return Attributes.of(Keys.number(order.wish().number()), DynamoDbNumberStore.OWNER)
                .text("accountId", order.account().value())
                .text("orderId", order.id().value());
    }

    private boolean isOwner(NumberOrder order) {
        return database.get("owner of a number", TABLE, Keys.number(order.wish().number()), DynamoDbNumberStore.OWNER)
                .filter(item -> item.text("accountId").equals(order.account().value()))
                .isPresent();
    }

    private boolean isSame(NumberOrder order) {
        return find(order.account(), order.id()).filter(order::equals).isPresent();
    }
}
