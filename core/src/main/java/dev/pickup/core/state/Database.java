package dev.pickup.core.state;

import dev.pickup.core.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The DynamoDB client as the stores use it: refused conditions are answers, faults are ours. Blocking; any thread.
///
/// @param client see [DatabaseClient]; its settings hold all time-outs and retries
public record Database(DynamoDbClient client) {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final List<String> OUTCOME_UNKNOWN =
            List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    /// One item, read consistently.
    public Optional<Item> get(String kind, TableShape table, String partition, String sort) {
        Map<String, AttributeValue> found = run(
                        "read " + kind,
                        () -> client.getItem(r -> r.tableName(table.name())
                                .key(Attributes.of(partition, sort).toMap())
                                .consistentRead(true)))
                .item();
        return found == null || found.isEmpty() ? Optional.empty() : Optional.of(new Item(kind, found));
    }

    /// One write whose condition may refuse it. Only for writes whose repeat has the same effect: after a lost answer
    /// the client repeats them, and a condition like "absent" then refuses what is ours. [#transact] has no such
    /// trap, the client gives it a token.
    ///
    /// @return whether it was written
    public boolean writes(String operation, Supplier<?> write) {
        try {
            run(operation, write);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// Several writes, all or none, once: the client's own repeats after a lost answer change nothing more.
    ///
    /// @return positions of the writes whose condition refused; empty when all were written
    public List<Integer> transact(String operation, List<TransactWriteItem> writes) {
        try {
            run(operation, () -> client.transactWriteItems(r -> r.transactItems(writes)));
            return List.of();
        } catch (TransactionCanceledException e) {
            return refused(operation, e);
        }
    }

    /// One page of a query.
    ///
    /// @param partition name and value of the partition key that the query fixes: the cursor must be of the same
    public Page<Item> page(
            String kind, Map.Entry<String, String> partition, Optional<String> next, QueryRequest query) {
        QueryRequest.Builder request = query.toBuilder();
        next.ifPresent(cursor -> request.exclusiveStartKey(Cursor.decode(cursor, partition)));
        QueryResponse answer = run("list " + kind, () -> client.query(request.build()));
        Optional<String> following =
                answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()
                        ? Optional.of(Cursor.encode(answer.lastEvaluatedKey()))
                        : Optional.empty();
        return new Page<>(answer.items().stream().map(i -> new Item(kind, i)).toList(), following);
    }

    /// Runs a request and tells faults apart: what may be repeated becomes [StoreUnavailableException]; a request that
    /// is wrong stays what it is, a defect of ours.
    public <T> T run(String operation, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkClientException e) {
            throw new StoreUnavailableException(operation, e);
        } catch (AwsServiceException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException() || e.isRetryableException()) {
                throw new StoreUnavailableException(operation, e);
            }
            throw e;
        }
    }

    private static List<Integer> refused(String operation, TransactionCanceledException e) {
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < e.cancellationReasons().size(); i++) {
            CancellationReason reason = e.cancellationReasons().get(i);
            if (CONDITION_FAILED.equals(reason.code())) {
                refused.add(i);
            } else if (OUTCOME_UNKNOWN.contains(reason.code())) {
                throw new StoreUnavailableException(operation, e);
            }
        }
        if (refused.isEmpty()) {
            throw e;
        }
        return List.copyOf(refused);
    }
}
