package dev.pickup.media.journal;

import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.session.CallJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// The journal as a Kinesis stream, partition key = call id.
///
/// One thread sends batches. A batch may be taken in part: what was refused is sent again after a pause that
/// doubles up
/// to 5 s, with jitter, for as long as it fits into the buffer (20,000 records, about 30 s of 500 calls). Readers
/// put
/// records in order by their sequence and drop repeats. `close` sends the rest, for at most 10 s.
/// Source: Kinesis Data Streams API reference, `PutRecords`: 500 records, 5 MiB a request.
public final class KinesisCallJournal implements CallJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KinesisCallJournal.class);
    private static final int CAPACITY = 20_000;
    private static final int BATCH = 200;
    private static final long IDLE_MS = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);

    private final KinesisClient client;
    private final String stream;
    private final JournalBuffer buffer = new JournalBuffer(CAPACITY);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread sender;

    /// @param client its own retries switched off: ours are bounded by the buffer, not by the call
    public KinesisCallJournal(KinesisClient client, String stream) {
        this.client = client;
        this.stream = stream;
        this.sender = Thread.ofVirtual().name("journal").start(this::send);
    }

    @Override
    public void append(JournalRecord entry) {
        buffer.add(entry);
    }

    /// Records that were lost because the stream refused them for too long.
    public long dropped() {
        return buffer.dropped();
    }

    @Override
    public void close() {
        closing.set(true);
        try {
            if (!sender.join(LONGEST_CLOSING)) {
                sender.interrupt();
                LOG.error("journal-unsent: the stream {} did not take the last records", stream);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closing.get() || !buffer.isEmpty()) {
                List<JournalRecord> batch = buffer.take(BATCH, IDLE_MS);
                List<JournalRecord> failed = batch.isEmpty() ? List.of() : put(batch);
                if (failed.isEmpty()) {
                    pause = FIRST_PAUSE;
                } else {
                    buffer.putBack(failed);
                    Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends a batch; returns what was not taken, in order.
    private List<JournalRecord> put(List<JournalRecord> batch) {
        List<PutRecordsRequestEntry> entries = batch.stream()
                .map(entry -> PutRecordsRequestEntry.builder()
                        .partitionKey(entry.callId())
                        .data(SdkBytes.fromUtf8String(EventJson.write(entry)))
                        .build())
                .toList();
        try {
            List<PutRecordsResultEntry> results = client.putRecords(
                            r -> r.streamName(stream).records(entries))
                    .records();
            List<JournalRecord> failed = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                if (results.get(i).errorCode() != null) {
                    failed.add(batch.get(i));
                }
            }
            return failed;
        } catch (SdkException e) {
            LOG.warn(
                    "journal-refused: {} records wait: {}",
                    batch.size(),
                    e.getClass().getSimpleName());
            return batch;
        }
    }
}
