package dev.pickup.local.stream;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.local.lambda.LocalFunction;
import dev.pickup.local.lambda.RetryPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// One partition of the journal: a log, and its consumer.
final class JournalShard implements AutoCloseable {
    /// About 20 s in all: longer than any restart of a store, shorter than the patience of somebody who looks.
    private static final RetryPolicy RETRIES = RetryPolicy.doubling(Duration.ofMillis(50), Duration.ofSeconds(5), 10);

    private final SegmentedLog log;
    private final SegmentedLog parked;
    private final Clock clock;
    private final LogConsumer consumer;

    JournalShard(
            String name,
            Path folder,
            LocalFunction<KinesisEvent, StreamsEventResponse> projector,
            LogLimits limits,
            Clock clock) {
        this.clock = clock;
        log = SegmentedLog.open(folder.resolve(name), limits);
        parked = SegmentedLog.open(folder.resolve(name + "-parked"), limits);
        consumer = new LogConsumer(
                "journal-" + name, log, parked, folder.resolve(name + ".checkpoint"), target(name, projector));
    }

    void append(String line) {
        log.append(line);
    }

    void force() {
        log.force();
    }

    boolean isCaughtUp() {
        return consumer.isCaughtUp();
    }

    long parked() {
        return consumer.parked();
    }

    @Override
    public void close() {
        consumer.close();
        log.close();
        parked.close();
    }

    private LogConsumer.Target target(String shard, LocalFunction<KinesisEvent, StreamsEventResponse> projector) {
        return new LogConsumer.Target() {
            @Override
            public int deliver(List<LogRecord> batch) {
                return KinesisBatch.done(batch, projector.invoke(KinesisBatch.event(shard, batch)));
            }

            @Override
            public RetryPolicy retries() {
                return RETRIES;
            }

            @Override
            public void advanced() {
                log.retain(consumer.position(), clock.instant());
            }
        };
    }
}
