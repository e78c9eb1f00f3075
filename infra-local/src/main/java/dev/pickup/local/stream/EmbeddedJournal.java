package dev.pickup.local.stream;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.core.EventJson;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.local.lambda.LocalFunction;
import dev.pickup.media.session.CallJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The call journal on this machine's disk, standing where Kinesis stands in the cloud: partitioned by call, ordered
/// within a partition, delivered to the projector in batches, at least once.
///
/// `append` never waits: it hands over to a writer through a queue of [#QUEUE] records. When that is full, the oldest
/// facts in it make room, counted; a record for which there is no room even so is refused, counted. A record survives a
/// kill of the process once the writer had it (within a millisecond or so), and a loss of power after at most
/// [#FORCE_EVERY].
public final class EmbeddedJournal implements CallJournal, AutoCloseable {
    /// 20 calls of some ten records a second each, for over a minute.
    static final int QUEUE = 16_384;

    static final Duration FORCE_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedJournal.class);
    private static final int SHARDS = 4;
    private static final Duration STOP = Duration.ofSeconds(10);

    private final BlockingQueue<JournalRecord> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unwritten = new AtomicLong();
    private final List<JournalShard> shards;
    private final Clock clock;
    private final Thread writer;
    private volatile boolean closing;

    public EmbeddedJournal(
            Path folder, LogLimits limits, LocalFunction<KinesisEvent, StreamsEventResponse> projector, Clock clock) {
        this.clock = clock;
        this.shards = IntStream.range(0, SHARDS)
                .mapToObj(i -> new JournalShard("shard-%d".formatted(i), folder, projector, limits, clock))
                .toList();
        this.writer = Thread.ofVirtual().name("journal-writer").start(this::write);
    }

    @Override
    public void append(JournalRecord added) {
        unwritten.incrementAndGet();
        if (closing || !(queue.offer(added) || offerInsteadOfFacts(added))) {
            unwritten.decrementAndGet();
            refused.incrementAndGet();
        }
    }

    private boolean offerInsteadOfFacts(JournalRecord added) {
        Optional<JournalRecord> facts = queue.stream()
                .filter(waiting -> waiting.entry() instanceof JournalEntry.FactsNoted)
                .findFirst();
        if (facts.isEmpty() || !queue.remove(facts.get())) {
            return false;
        }
        unwritten.decrementAndGet();
        refused.incrementAndGet();
        return queue.offer(added);
    }

    /// Whether all that was appended was delivered.
    public boolean isCaughtUp() {
        return unwritten.get() == 0 && shards.stream().allMatch(JournalShard::isCaughtUp);
    }

    /// Records, facts that made room included, that were not written since the start.
    public long refused() {
        return refused.get();
    }

    /// Records parked since the start.
    public long parked() {
        return shards.stream().mapToLong(JournalShard::parked).sum();
    }

    /// Writes what is in the queue, then stops delivering; the rest is delivered after the next start.
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shards.forEach(JournalShard::close);
    }

    private void write() {
        long forced = System.nanoTime();
        while (!closing || !queue.isEmpty()) {
            try {
                JournalRecord entry = queue.poll(100, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    write(entry);
                }
                forced = forceWhenDue(forced);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The journal cannot be written; is the disk full?", e);
            }
        }
    }

    private void write(JournalRecord written) {
        try {
            JournalShard shard = shards.get(Math.floorMod(written.callId().hashCode(), SHARDS));
            shard.append(KinesisBatch.line(written.callId(), clock.instant(), EventJson.write(written)));
        } finally {
            unwritten.decrementAndGet();
        }
    }

    private long forceWhenDue(long forced) {
        if (System.nanoTime() - forced < FORCE_EVERY.toNanos()) {
            return forced;
        }
        shards.forEach(JournalShard::force);
        return System.nanoTime();
    }
}
