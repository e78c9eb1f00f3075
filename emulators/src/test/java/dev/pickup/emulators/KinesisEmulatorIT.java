package dev.pickup.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.journal.KinesisCallJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

class KinesisEmulatorIT {
    private static final int CALLS = 4;
    private static final int RECORDS = 300;

    @Test
    void everyCallsRecordsArriveInOrder() {
        String stream = "journal-" + UUID.randomUUID();
        try (KinesisClient client = Emulator.client(KinesisClient.builder(), "KINESIS")
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build()) {
            client.createStream(r -> r.streamName(stream).shardCount(2));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> client.describeStreamSummary(r -> r.streamName(stream))
                            .streamDescriptionSummary()
                            .streamStatus()
                            .equals(StreamStatus.ACTIVE));
            KinesisCallJournal journal = new KinesisCallJournal(client, stream);
            for (int i = 0; i < RECORDS; i++) {
                journal.append(new JournalRecord(
                        "call_" + i % CALLS, 1, i / CALLS, i, new JournalEntry.UsageMeasured(List.of())));
            }
            journal.close();
            assertThat(journal.dropped()).isZero();
            List<JournalRecord> read = read(client, stream);
            assertThat(read).hasSize(RECORDS);
            for (int call = 0; call < CALLS; call++) {
                String id = "call_" + call;
                assertThat(read.stream().filter(r -> r.callId().equals(id)).map(JournalRecord::sequence))
                        .isSorted()
                        .hasSize(RECORDS / CALLS);
            }
        }
    }

    private static List<JournalRecord> read(KinesisClient client, String stream) {
        List<JournalRecord> records = new ArrayList<>();
        client.listShards(r -> r.streamName(stream)).shards().forEach(shard -> {
            String iterator = client.getShardIterator(r -> r.streamName(stream)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            GetRecordsResponse page;
            do {
                String from = iterator;
                page = client.getRecords(r -> r.shardIterator(from));
                page.records()
                        .forEach(r ->
                                records.add(EventJson.journalRecord(r.data().asUtf8String())));
                iterator = page.nextShardIterator();
            } while (!page.records().isEmpty());
        });
        return records;
    }
}
