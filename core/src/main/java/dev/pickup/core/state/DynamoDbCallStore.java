package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallDetail;
import dev.pickup.core.call.CallFilter;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.ToolInvocation;
import dev.pickup.core.call.Transition;
import dev.pickup.core.call.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Calls in `pickup-calls`.
public final class DynamoDbCallStore implements CallStore {
    private final Database database;

    public DynamoDbCallStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Call> find(CallId id) {
        return database.get("call", Tables.CALLS, Keys.call(id), Keys.CALL_HEADER)
                .map(CallItems::read);
    }

    @Override
    public Optional<Call> find(AccountId account, CallId id) {
        return find(id).filter(call -> call.account().equals(account));
    }

    @Override
    public Optional<CallDetail> detail(AccountId account, CallId id) {
        Optional<Call> call = find(account, id);
        if (call.isEmpty()) {
            return Optional.empty();
        }
        List<Turn> turns = CallPartition.all(database, id, Keys.TURN).stream()
                .map(TranscriptItems::turn)
                .toList();
        List<ToolInvocation> tools = CallPartition.all(database, id, Keys.TOOL).stream()
                .map(TranscriptItems::tool)
                .toList();
        return Optional.of(new CallDetail(call.get(), turns, tools));
    }

    @Override
    public Page<Call> list(AccountId account, CallFilter filter, int limit, Optional<String> next) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 calls.");
        }
        return CallQuery.run(database, account, filter, limit, next);
    }

    @Override
    public SaveOutcome save(Transition transition) {
        if (!transition.changed()) {
            return SaveOutcome.SAVED;
        }
        Call call = transition.call();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(CallHeader.write(call));
        writes.addAll(CommandItems.queue(call, transition.commands()));
        transition.events().forEach(event -> writes.add(Outbox.put(Tables.CALLS, Keys.call(call.id()), event)));
        return database.transact("save call", writes).isEmpty() ? SaveOutcome.SAVED : SaveOutcome.LOST_RACE;
    }

    @Override
    public int live(AccountId account) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(Tables.CALLS.name())
                .indexName(Tables.UNFINISHED_CALLS.name())
                .keyConditionExpression("#account = :account")
                .filterExpression("#state <> :ended AND attribute_exists(#agent)")
                .expressionAttributeNames(Map.of(
                        "#account", Tables.UNFINISHED_CALLS.partition(),
                        "#state", CallItems.STATE,
                        "#agent", CallItems.AGENT))
                .expressionAttributeValues(Map.of(
                        ":account", AttributeValue.fromS(Keys.account(account)),
                        ":ended", AttributeValue.fromS("ENDED")))
                .select(Select.COUNT);
        int live = 0;
        QueryResponse answer;
        do { // ends with the index; unfinished calls are few
            answer = database.run("count live calls", () -> database.client().query(query.build()));
            live += answer.count();
            query.exclusiveStartKey(answer.lastEvaluatedKey());
        } while (answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty());
        return live;
    }
}
