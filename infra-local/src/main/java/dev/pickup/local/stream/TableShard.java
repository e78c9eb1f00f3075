package dev.pickup.local.stream;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// One shard of a table's stream, read in order from where its checkpoint stands. One thread.
final class TableShard {
    private static final Logger LOG = LoggerFactory.getLogger(TableShard.class);
    private static final String END = "end";
    private static final int BATCH = 100;

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final String shardId;
    private final Checkpoint checkpoint;
    private @Nullable String iterator;
    private boolean finished;

    TableShard(DynamoDbStreamsClient client, String streamArn, String shardId, Checkpoint checkpoint) {
        this.client = client;
        this.streamArn = streamArn;
        this.shardId = shardId;
        this.checkpoint = checkpoint;
        this.finished = checkpoint.read().equals(Optional.of(END));
    }

    /// Nothing will ever come again: its children may be read.
    boolean isFinished() {
        return finished;
    }

    /// The next records, which may be none.
    GetRecordsResponse next() {
        try {
            String from = iterator == null ? iterator() : iterator;
            iterator = from;
            return client.getRecords(request -> request.shardIterator(from).limit(BATCH));
        } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
            iterator = null;
            return GetRecordsResponse.builder().nextShardIterator("").build();
        }
    }

    /// What `next` brought was delivered.
    void delivered(GetRecordsResponse response) {
        if (iterator == null) {
            return;
        }
        List<Record> records = response.records();
        if (!records.isEmpty()) {
            checkpoint.write(records.getLast().dynamodb().sequenceNumber());
        }
        iterator = response.nextShardIterator();
        if (iterator == null) {
            checkpoint.write(END);
            finished = true;
        }
    }

    /// After the checkpoint; from the oldest record there is when the checkpoint is older than that.
    private String iterator() {
        GetShardIteratorRequest oldest = GetShardIteratorRequest.builder()
                .streamArn(streamArn)
                .shardId(shardId)
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON)
                .build();
        Optional<String> position = checkpoint.read();
        if (position.isEmpty()) {
            return client.getShardIterator(oldest).shardIterator();
        }
        try {
            return client.getShardIterator(oldest.toBuilder()
                            .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                            .sequenceNumber(position.get())
                            .build())
                    .shardIterator();
        } catch (TrimmedDataAccessException | ResourceNotFoundException e) {
            return fromOldest(oldest, e);
        }
    }

    private String fromOldest(GetShardIteratorRequest oldest, DynamoDbException why) {
        LOG.warn("{} no longer knows the checkpoint ({}); reading from its oldest record", shardId, why.getMessage());
        return client.getShardIterator(oldest).shardIterator();
    }
}
