package dev.pickup.core.state;

import dev.pickup.core.call.CallId;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Stream tokens as items, under their hash: whoever reads the table cannot open a stream.
final class TokenItems {
    static final String KIND = "stream token";
    static final String SORT = "STREAM";
    private static final String SPENT_BY = "spentBy";

    private TokenItems() {}

    static Map<String, AttributeValue> fresh(StreamToken token, CallId call, String authToken, Instant expires) {
        return Attributes.of(Keys.stream(token.hash()), SORT)
                .text("callId", call.value())
                .text("authToken", authToken)
                .number(Tables.EXPIRES_AT, expires.getEpochSecond())
                .toMap();
    }

    /// Spends it, once, while it lives.
    static TransactWriteItem spend(StreamToken token, TaskId task, Instant now) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(Tables.IDEMPOTENCY.name())
                        .key(Attributes.of(Keys.stream(token.hash()), SORT).toMap())
                        .updateExpression("SET " + SPENT_BY + " = :task")
                        .conditionExpression(
                                "attribute_exists(pk) AND attribute_not_exists(spentBy) AND expiresAt > :now")
                        .expressionAttributeValues(Map.of(
                                ":task", AttributeValue.fromS(task.value()),
                                ":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                        .build())
                .build();
    }

    static CallId call(Item item) {
        return item.parsed("callId", CallId::new);
    }

    static boolean isExpired(Item item, Instant now) {
        return item.number(Tables.EXPIRES_AT) <= now.getEpochSecond();
    }

    static boolean isSpent(Item item) {
        return item.has(SPENT_BY);
    }
}
