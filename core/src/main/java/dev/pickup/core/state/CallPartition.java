package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// What lies beside a call's header.
final class CallPartition {
    // 20 pages of 1 MB: far beyond any call, whose length is capped. Chosen so that no read is without a limit.
    private static final int MAX_PAGES = 20;

    private CallPartition() {}

    /// All items of the call whose sort key begins with `prefix`, in its order, read consistently.
    static List<Item> all(Database database, CallId call, String prefix) {
        String partition = Keys.call(call);
        QueryRequest query = QueryRequest.builder()
                .tableName(Tables.CALLS.name())
                .keyConditionExpression("pk = :call AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                        Map.of(":call", AttributeValue.fromS(partition), ":prefix", AttributeValue.fromS(prefix)))
                .consistentRead(true)
                .build();
        List<Item> items = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            Page<Item> page = database.page("call detail", Map.entry(Tables.PARTITION, partition), next, query);
            items.addAll(page.items());
            next = page.next();
            if (next.isEmpty()) {
                return items;
            }
        }
        throw new CorruptItemException("call", prefix);
    }
}
