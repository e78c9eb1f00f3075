package dev.pickup.core.state;

import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.number.Did.CarrierName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One carrier's events in `pickup-idempotency`.
public final class DynamoDbWebhookInbox implements WebhookInbox {
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final String SORT = "EVENT";
    private static final String DONE = "done";

    private final Database database;
    private final CarrierName carrier;

    public DynamoDbWebhookInbox(Database database, CarrierName carrier) {
        this.database = database;
        this.carrier = carrier;
    }

    @Override
    public Claim claim(String eventId, Instant now) {
        Map<String, AttributeValue> item = Attributes.of(partition(eventId), SORT)
                .flag(DONE, false)
                .number("leaseUntil", now.getEpochSecond() + LEASE_SECONDS)
                .number(Tables.EXPIRES_AT, now.plus(MEMORY).getEpochSecond())
                .toMap();
        boolean fresh = database.writes(
                "claim event",
                () -> database.client()
                        .putItem(r -> r.tableName(Tables.IDEMPOTENCY.name())
                                .item(item)
                                .conditionExpression("attribute_not_exists(pk) OR expiresAt <= :now"
                                        + " OR (done = :false AND leaseUntil <= :now)")
                                .expressionAttributeValues(Map.of(
                                        ":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())),
                                        ":false", AttributeValue.fromBool(false)))));
        return fresh ? Claim.FRESH : heldAs(eventId);
    }

    @Override
    public void done(String eventId) {
        database.writes(
                "finish event",
                () -> database.client()
                        .updateItem(r -> r.tableName(Tables.IDEMPOTENCY.name())
                                .key(key(eventId))
                                .updateExpression("SET done = :true")
                                .conditionExpression("attribute_exists(pk)")
                                .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true)))));
    }

    @Override
    public void release(String eventId) {
        database.writes(
                "release event",
                () -> database.client()
                        .deleteItem(r -> r.tableName(Tables.IDEMPOTENCY.name())
                                .key(key(eventId))
                                .conditionExpression("done = :false")
                                .expressionAttributeValues(Map.of(":false", AttributeValue.fromBool(false)))));
    }

    private Claim heldAs(String eventId) {
        return database.get("event", Tables.IDEMPOTENCY, partition(eventId), SORT)
                .map(item -> item.flag(DONE) ? Claim.DONE : Claim.IN_PROGRESS)
                .orElse(Claim.IN_PROGRESS); // released this moment: the carrier tries again
    }

    private Map<String, AttributeValue> key(String eventId) {
        return Attributes.of(partition(eventId), SORT).toMap();
    }

    private String partition(String eventId) {
        return "EVENT#" + carrier + "#" + eventId;
    }
}
