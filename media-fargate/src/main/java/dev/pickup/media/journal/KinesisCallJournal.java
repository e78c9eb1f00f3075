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
/// One thread sends batches. A batch may be taken in part: what was refused is sent again after a pause that doubles up
/// to 5 s, with jitter, for as long as it fits into the buffer (20,000 records, about 30 s of 500 calls). Readers put
/// records in order by their sequence and drop repeats. `close` sends the rest, for at most 10 s.
/// Source: Kinesis Data Streams API reference, `PutRecords`: 500 records, 5 MiB a request, 1 MiB a record. A record
/// that is larger would hold up all others for ever: it is lost, counted and logged.
public final class KinesisCallJournal implements CallJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KinesisCallJournal.class);
    private static final int CAPACITY = 20_000;
    private static final int BATCH = 200;
    private static final int LARGEST_BATCH_BYTES = 4 * 1024 * 1024;
    private static final int LARGEST_RECORD_BYTES = 1024 * 1024 - 512;
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
                List<JournalRecord> taken = buffer.take(BATCH, IDLE_MS);
                if (taken.isEmpty()) {
                    continue;
                }
                Batch batch = batch(taken);
                List<JournalRecord> failed = put(batch);
                buffer.putBack(concat(failed, taken.subList(batch.read(), taken.size())));
                if (failed.isEmpty()) {
                    pause = FIRST_PAUSE;
                } else {
                    Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One request's worth.
    ///
    /// @param read how many of those taken are in it, or are given up
    private record Batch(List<JournalRecord> records, List<PutRecordsRequestEntry> entries, int read) {}

    private Batch batch(List<JournalRecord> taken) {
        List<JournalRecord> records = new ArrayList<>();
        List<PutRecordsRequestEntry> entries = new ArrayList<>();
        int bytes = 0;
        int read = 0;
        for (JournalRecord record : taken) {
            SdkBytes data = SdkBytes.fromUtf8String(EventJson.write(record));
            int size = data.asByteArrayUnsafe().length;
            if (size > LARGEST_RECORD_BYTES) {
                buffer.lost();
                LOG.error("journal-record-too-large {}: {} bytes", record.callId(), size);
            } else if (bytes + size > LARGEST_BATCH_BYTES) {
                break;
            } else {
                bytes += size;
                records.add(record);
                entries.add(PutRecordsRequestEntry.builder()
                        .partitionKey(record.callId())
                        .data(data)
                        .build());
            }
            read++;
        }
        return new Batch(records, entries, read);
    }

    /// Sends a batch; returns what was not taken, in order.
    private List<JournalRecord> put(Batch batch) {
        if (batch.entries().isEmpty()) {
            return List.of();
        }
        try {
            List<PutRecordsResultEntry> results = client.putRecords(
                            r -> r.streamName(stream).records(batch.entries()))
                    .records();
            List<JournalRecord> failed = new ArrayList<>();
            for (int i = 0; i < batch.records().size(); i++) {
                if (results.get(i).errorCode() != null) {
                    failed.add(batch.records().get(i));
                }
            }
            return failed;
        } catch (SdkException e) {
            LOG.warn(
                    "journal-refused: {} records wait: {}",
                    batch.records().size(),
                    e.getClass().getSimpleName());
            return batch.records();
        }
    }

    private static List<JournalRecord> concat(List<JournalRecord> first, List<JournalRecord> then) {
        List<JournalRecord> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
