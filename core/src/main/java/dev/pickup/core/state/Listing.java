package dev.pickup.core.state;

import dev.pickup.core.Page;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Items of one partition whose sort key begins with `prefix`, in that key's order.
record Listing(String kind, TableShape table, String partition, String prefix, boolean newestFirst) {
    /// One page, read consistently.
    Page<Item> page(Database database, int limit, Optional<String> next) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(partition), ":prefix", AttributeValue.fromS(prefix)))
                .scanIndexForward(!newestFirst)
                .consistentRead(true)
                .limit(limit)
                .build();
        return database.page(kind, Map.entry(Tables.PARTITION, partition), next, query);
    }
}
