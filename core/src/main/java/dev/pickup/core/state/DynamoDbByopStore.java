package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopStore;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Imports in `pickup-accounts`, beside their numbers.
public final class DynamoDbByopStore implements ByopStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final String OWNER = "OWNER";
    private static final int CREDENTIAL = 3;
    private static final int IMPORT = 0;
    // Somebody attaches or labels the number at the very moment; more than a few of them are not people.
    private static final int MAX_LOST_RACES = 5;

    private final Database database;

    public DynamoDbByopStore(Database database) {
        this.database = database;
    }

    @Override
    public StartOutcome start(ByopImport first) {
        Attributes owner = owner(first).text("accountId", first.account().value());
        List<Integer> refused = database.transact(
                "start import",
                List.of(
                        Writes.put(TABLE, owner, Writes.ABSENT),
                        Writes.put(TABLE, DidItems.write(did(first)), Writes.ABSENT),
                        Writes.put(
                                TABLE,
                                ImportItems.write(first),
                                Writes.ABSENT + " OR stage = :undone",
                                Map.of(":undone", AttributeValue.fromS(Stage.UNDONE.name()))),
                        dependence(first, "ADD imports :number")));
        if (refused.isEmpty()) {
            return StartOutcome.STARTED;
        }
        return refused.equals(List.of(CREDENTIAL)) ? StartOutcome.CREDENTIAL_NOT_FOUND : StartOutcome.NUMBER_TAKEN;
    }

    @Override
    public Optional<ByopImport> find(AccountId account, PhoneNumber number) {
        return database.get(ImportItems.KIND, TABLE, Keys.account(account), Keys.numberImport(number))
                .map(ImportItems::read);
    }

    @Override
    public boolean save(ByopImport next, List<DomainEvent> events) {
        for (int attempt = 0; attempt < MAX_LOST_RACES; attempt++) {
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(Writes.put(
                    TABLE,
                    ImportItems.write(next),
                    "version = :before AND startedAt = :started",
                    Map.of(
                            ":before", AttributeValue.fromN(Integer.toString(next.version() - 1)),
                            ":started", AttributeValue.fromS(next.startedAt().toString()))));
            writes.addAll(next.stage() == Stage.UNDONE ? farewell(next) : number(next));
            events.forEach(event -> writes.add(Outbox.put(TABLE, Keys.account(next.account()), event)));
            List<Integer> refused = database.transact("save import", writes);
            if (refused.isEmpty() || refused.contains(IMPORT)) {
                return refused.isEmpty();
            }
        }
        throw new StoreUnavailableException(
                "save import", new IllegalStateException("lost " + MAX_LOST_RACES + " races"));
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return IntStream.range(0, ImportItems.SHARDS)
                .mapToObj(ImportItems::shard)
                .flatMap(shard -> due(shard, now, limit).stream())
                .toList();
    }

    @Override
    public Page<ByopImport> list(AccountId account, int limit, Optional<String> next) {
        Page<Item> page = new Listing(ImportItems.KIND, TABLE, Keys.account(account), Keys.IMPORT, false)
                .page(database, limit, next);
        return new Page<>(
                page.items().stream()
                        .map(ImportItems::read)
                        .filter(state -> state.stage() != Stage.UNDONE)
                        .toList(),
                page.next());
    }

    private List<Due> due(String shard, Instant now, int limit) {
        QueryRequest query = QueryRequest.builder()
                .tableName(TABLE.name())
                .indexName(Tables.NUMBER_WORK.name())
                .keyConditionExpression("workShard = :shard AND workDue <= :now")
                .expressionAttributeValues(
                        Map.of(":shard", AttributeValue.fromS(shard), ":now", AttributeValue.fromS(now.toString())))
                .limit(limit)
                .build();
        return database
                .page("due import", Map.entry(Tables.NUMBER_WORK.partition(), shard), Optional.empty(), query)
                .items()
                .stream()
                .map(item -> new Due(
                        item.parsed(Tables.PARTITION, key -> new AccountId(key.substring(Keys.ACCOUNT.length()))),
                        item.parsed(Tables.SORT, key -> new PhoneNumber(key.substring(Keys.IMPORT.length())))))
                .toList();
    }

    private static Did did(ByopImport first) {
        return new Did(
                first.account(),
                first.number(),
                "",
                Did.Source.BYOP,
                first.carrier(),
                first.before().numberId(),
                Did.Status.CONFIGURING,
                Optional.empty(),
                first.startedAt(),
                Optional.of(new Did.Byop(first.credential(), List.of())),
                1);
    }

    private static List<TransactWriteItem> number(ByopImport state) {
        Did.Status status = switch (state.stage()) {
            case READ, PREPARED -> Did.Status.CONFIGURING;
            case ACTIVE -> Did.Status.ACTIVE;
            case UNDOING, UNDONE -> Did.Status.RELEASING;
            case STUCK -> Did.Status.FAILED;
        };
        Did.Byop byop = new Did.Byop(
                state.credential(),
                state.drift().stream().map(Difference::field).toList());
        return List.of(TransactWriteItem.builder()
                .update(u -> u.tableName(TABLE.name())
                        .key(number(state.account(), state.number()).toMap())
                        .updateExpression("SET #status = :status, byop = :byop, version = version + :one")
                        .conditionExpression(Writes.PRESENT)
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Attributes.nested()
                                .text(":status", status.name())
                                .nested(":byop", DidItems.byop(byop))
                                .number(":one", 1)
                                .toMap()))
                .build());
    }

    /// Everything that says the number is with us.
    private List<TransactWriteItem> farewell(ByopImport state) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(Writes.delete(
                TABLE,
                owner(state),
                "accountId = :account",
                Attributes.nested().text(":account", state.account().value())));
        writes.add(dependence(state, "DELETE imports :number"));
        database.get(DidItems.KIND, TABLE, Keys.account(state.account()), Keys.number(state.number()))
                .map(DidItems::read)
                .ifPresent(did -> {
                    writes.add(Writes.delete(
                            TABLE,
                            number(state.account(), state.number()),
                            "version = :version",
                            Attributes.nested().number(":version", did.version())));
                    did.agent().ifPresent(agent -> writes.add(drivesNoMore(state, agent)));
                });
        return writes;
    }

    private static TransactWriteItem drivesNoMore(ByopImport state, AgentId agent) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(TABLE.name())
                        .key(Attributes.of(Keys.account(state.account()), Keys.numbersOf(agent))
                                .toMap())
                        .updateExpression("DELETE numbers :number")
                        .expressionAttributeValues(set(state.number())))
                .build();
    }

    private static TransactWriteItem dependence(ByopImport state, String change) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(TABLE.name())
                        .key(CredentialItems.key(state.account(), state.credential())
                                .toMap())
                        .updateExpression(change)
                        .conditionExpression(Writes.PRESENT)
                        .expressionAttributeValues(set(state.number())))
                .build();
    }

    private static Map<String, AttributeValue> set(PhoneNumber number) {
        return Map.of(":number", AttributeValue.fromSs(List.of(number.e164())));
    }

    private static Attributes owner(ByopImport state) {
        return Attributes.of(Keys.number(state.number()), OWNER);
    }

    private static Attributes number(AccountId account, PhoneNumber number) {
        return Attributes.of(Keys.account(account), Keys.number(number));
    }
}
