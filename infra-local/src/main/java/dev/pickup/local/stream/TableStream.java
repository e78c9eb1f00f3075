package dev.pickup.local.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.local.lambda.LocalFunction;
import dev.pickup.local.lambda.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// Delivers every change of a table to one function, as a Lambda event source mapping does: per shard in order, parents
/// before children, at least once. Has a virtual thread of its own.
///
/// After a restart each shard goes on after its checkpoint, and from the oldest record kept when it has none: the
/// functions are idempotent.
public final class TableStream implements AutoCloseable {
    private static final long LONGEST_IDLE_MS = 200;
    private static final long SHORTEST_IDLE_MS = 20;
    private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(30);
    private static final RetryPolicy RETRIES = RetryPolicy.doubling(Duration.ofMillis(50), Duration.ofSeconds(5), 10);

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final Path checkpoints;
    private final RetryingDelivery<Record> delivery;
    private final Map<String, TableShard> shards = new LinkedHashMap<>();
    private final Rounds rounds;
    private long shardsSeenNanos;
    private long idleMs = SHORTEST_IDLE_MS;
    private final AtomicLong emptyRounds = new AtomicLong();

    /// @param checkpoints a folder of this consumer alone
    /// @param parked      takes the keys of what the function refuses for good
    public TableStream(
            DynamoDbStreamsClient client,
            String streamArn,
            Path checkpoints,
            SegmentedLog parked,
            LocalFunction<DynamodbEvent, StreamsEventResponse> function) {
        this.client = client;
        this.streamArn = streamArn;
        this.checkpoints = checkpoints;
        this.delivery = new RetryingDelivery<>(
                "stream-" + function.name(),
                batch -> done(batch, function.invoke(TableEvents.event(streamArn, batch))),
                record -> parked.append(parkedLine(function.name(), record)),
                RETRIES);
        this.rounds = new Rounds("stream-" + function.name(), Duration.ofMillis(LONGEST_IDLE_MS), this::round);
    }

    /// How many changes were parked since the start.
    public long parked() {
        return delivery.parked();
    }

    /// Grows with each look at the stream that found nothing new: once it has grown by two, all that was written before
    /// was delivered.
    public long emptyRounds() {
        return emptyRounds.get();
    }

    @Override
    public void close() {
        rounds.close();
    }

    private Duration round() throws InterruptedException {
        lookForShards();
        idleMs = poll() ? SHORTEST_IDLE_MS : Math.min(idleMs * 2, LONGEST_IDLE_MS);
        return Duration.ofMillis(idleMs);
    }

    /// Whether anything came.
    private boolean poll() throws InterruptedException {
        boolean some = false;
        for (TableShard shard : readable()) {
            GetRecordsResponse response = shard.next();
            delivery.deliver(response.records());
            shard.delivered(response);
            some |= !response.records().isEmpty();
        }
        if (!some) {
            emptyRounds.incrementAndGet();
        }
        return some;
    }

    private List<TableShard> readable() {
        return shards.values().stream().filter(shard -> !shard.isFinished()).toList();
    }

    private void lookForShards() {
        long now = System.nanoTime();
        boolean due = now - shardsSeenNanos > LOOK_FOR_SHARDS.toNanos();
        if (!due && !shards.isEmpty() && !readable().isEmpty()) {
            return;
        }
        shardsSeenNanos = now;
        List<Shard> described = describe();
        Set<String> present = described.stream().map(Shard::shardId).collect(Collectors.toSet());
        shards.keySet().retainAll(present);
        for (Shard shard : described) {
            if (isParentDone(shard, present)) {
                shards.computeIfAbsent(shard.shardId(), this::open);
            }
        }
    }

    private boolean isParentDone(Shard shard, Set<String> present) {
        @Nullable String parent = shard.parentShardId();
        if (parent == null || !present.contains(parent)) {
            return true;
        }
        TableShard reader = shards.get(parent);
        return reader != null && reader.isFinished();
    }

    private TableShard open(String shardId) {
        return new TableShard(client, streamArn, shardId, new Checkpoint(checkpoints.resolve(shardId)));
    }

    private List<Shard> describe() {
        List<Shard> found = new ArrayList<>();
        @Nullable String last = null;
        do {
            String from = last;
            DescribeStreamResponse page = client.describeStream(
                    request -> request.streamArn(streamArn).exclusiveStartShardId(from));
            found.addAll(page.streamDescription().shards());
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return found;
    }

    private static int done(List<Record> batch, StreamsEventResponse response) {
        return PartialBatch.done(
                batch.stream().map(change -> change.dynamodb().sequenceNumber()).toList(), response);
    }

    private static String parkedLine(String function, Record record) {
        return function + " " + record.eventNameAsString() + " "
                + record.dynamodb().keys();
    }
}
