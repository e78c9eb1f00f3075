package dev.pickup.functions.runtime;

import dev.pickup.core.state.CorruptItemException;
import dev.pickup.core.state.DynamoDbOutbox;
import dev.pickup.core.state.DynamoDbOutbox.Waiting;
import dev.pickup.core.state.Outbox;
import dev.pickup.core.state.TableShape;
import dev.pickup.core.state.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Takes events from the outbox to the bus: at least once. Blocking; any thread.
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    // The table's stream delivers within a second or so; what is older was missed. Chosen.
    private static final Duration MISSED_AFTER = Duration.ofSeconds(30);
    private static final int PER_SHARD = 100;

    private final DynamoDbOutbox outbox;
    private final EventBus bus;
    private final Metrics metrics;

    OutboxRelay(DynamoDbOutbox outbox, EventBus bus, Metrics metrics) {
        this.outbox = outbox;
        this.bus = bus;
        this.metrics = metrics;
    }

    /// Delivers one item of a table's stream. One that cannot be read is counted and left where it is: no repeat of it
    /// would get better, and others wait behind it.
    ///
    /// @throws EventBus.BusUnavailableException it still waits: repeat
    public void deliver(TableShape table, Map<String, AttributeValue> item) {
        try {
            Waiting waiting = DynamoDbOutbox.read(table, item);
            bus.publish(List.of(waiting.event()));
            outbox.delivered(waiting);
        } catch (CorruptItemException e) {
            LOG.error("An event cannot be delivered: {}", e.getMessage());
            metrics.count("EventNotDelivered", "corrupt");
        }
    }

    /// Delivers what the stream missed, oldest first, a bounded number at once.
    ///
    /// @throws EventBus.BusUnavailableException the rest still waits: repeat
    public void sweep(Instant now) {
        for (TableShape table : List.of(Tables.CALLS, Tables.ACCOUNTS)) {
            for (int shard = 0; shard < Outbox.SHARDS; shard++) {
                outbox.missed(table, shard, now.minus(MISSED_AFTER), PER_SHARD).forEach(item -> deliver(table, item));
            }
        }
    }
}
