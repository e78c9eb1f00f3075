package dev.pickup.core.state;

import dev.pickup.core.EventJson;
import dev.pickup.core.MalformedEventException;
import dev.pickup.events.DomainEvent;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// An event that waits in a table until the bus has it. Written in the transaction of the change that it tells of;
/// found by the table's stream, or by a sweep of [Tables#PENDING_OUTBOX]; deleted when delivered.
public final class Outbox {
    /// How many partitions the sweep's index has; one alone would cap the writes of the whole product.
    public static final int SHARDS = 4;

    private static final String SORT_PREFIX = Keys.outbox("");

    private Outbox() {}

    /// The write that queues `event` in `table` under the partition of the item it tells of.
    public static TransactWriteItem put(TableShape table, String partition, DomainEvent event) {
        Attributes item = Attributes.of(partition, Keys.outbox(event.eventId()))
                .text("event", event.name())
                .text("detail", EventJson.write(event))
                .text(
                        Tables.PENDING_OUTBOX.partition(),
                        shard(Math.floorMod(event.eventId().hashCode(), SHARDS)))
                .instant(Tables.PENDING_OUTBOX.sort(), event.occurredAt());
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table.name())
                        .item(item.toMap())
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())
                .build();
    }

    /// Partition of the sweep's index, `shard` from 0 to below [#SHARDS].
    public static String shard(int shard) {
        return "OUTBOX#" + shard;
    }

    /// Whether a changed item of a stream is one of these.
    public static boolean isOutbox(Map<String, AttributeValue> item) {
        AttributeValue sort = item.get(Tables.SORT);
        return sort != null && sort.s() != null && sort.s().startsWith(SORT_PREFIX);
    }

    /// The waiting event.
    public static DomainEvent read(Map<String, AttributeValue> attributes) {
        Item item = new Item("outbox event", attributes);
        try {
            return EventJson.event(item.text("event"), item.text("detail"));
        } catch (MalformedEventException e) {
            throw new CorruptItemException("outbox event", "detail", e);
        }
    }
}
