package dev.pickup.core.state;

import dev.pickup.events.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Events that wait for the bus, as the relay and its sweep see them. Blocking; any thread.
public final class DynamoDbOutbox {
    private final Database database;

    public DynamoDbOutbox(Database database) {
        this.database = database;
    }

    /// An event that waits.
    public record Waiting(TableShape table, String partition, String sort, DomainEvent event) {}

    /// Reads one from an item of the table's stream or index.
    ///
    /// @throws CorruptItemException it is none
    public static Waiting read(TableShape table, Map<String, AttributeValue> item) {
        Item keys = new Item("outbox event", item);
        return new Waiting(table, keys.text(Tables.PARTITION), keys.text(Tables.SORT), Outbox.read(item));
    }

    /// Items that have waited since before `before`, oldest first: the relay missed them. Not read yet, so that one
    /// that is corrupt holds up no other.
    ///
    /// @param shard from 0 to below [Outbox#SHARDS]
    public List<Map<String, AttributeValue>> missed(TableShape table, int shard, Instant before, int limit) {
        return database.run(
                        "sweep outbox",
                        () -> database.client()
                                .query(r -> r.tableName(table.name())
                                        .indexName(Tables.PENDING_OUTBOX.name())
                                        .keyConditionExpression("outboxShard = :shard AND outboxSince < :before")
                                        .expressionAttributeValues(Map.of(
                                                ":shard", AttributeValue.fromS(Outbox.shard(shard)),
                                                ":before", AttributeValue.fromS(before.toString())))
                                        .limit(limit)))
                .items();
    }

    /// The bus has it. Repeat: harmless.
    public void delivered(Waiting waiting) {
        database.run(
                "finish event",
                () -> database.client()
                        .deleteItem(r -> r.tableName(waiting.table().name())
                                .key(Attributes.of(waiting.partition(), waiting.sort())
                                        .toMap())));
    }
}
