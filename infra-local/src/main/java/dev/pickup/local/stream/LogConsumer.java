package dev.pickup.local.stream;

import dev.pickup.local.lambda.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Delivers a log to a target, from where it stopped the last time, at least once. Has a virtual thread of its own.
public final class LogConsumer implements AutoCloseable {
    private static final int BATCH = 100;
    private static final long PATIENCE_MS = 1_000;

    private final SegmentedLog log;
    private final Target target;
    private final Checkpoint checkpoint;
    private final RetryingDelivery<LogRecord> delivery;
    private final Rounds rounds;
    private volatile long position;

    /// @param parked a log that takes what the target refuses for good
    public LogConsumer(String name, SegmentedLog log, SegmentedLog parked, Path checkpoint, Target target) {
        this.log = log;
        this.target = target;
        this.checkpoint = new Checkpoint(checkpoint);
        this.delivery =
                new RetryingDelivery<>(name, target::deliver, record -> parked.append(record.text()), target.retries());
        // A log that lost its end with the power goes on where it ends now.
        this.position = Math.min(this.checkpoint.read().map(Long::parseLong).orElse(0L), log.end());
        this.rounds = new Rounds(name, Duration.ofMillis(PATIENCE_MS), this::round);
    }

    /// Takes the records of a log, in order; how many of the first were done is the answer.
    public interface Target {
        int deliver(List<LogRecord> batch);

        RetryPolicy retries();

        /// All up to the consumer's position was delivered or parked: the moment to let old files go.
        void advanced();
    }

    /// Where the first record begins that was not delivered yet.
    public long position() {
        return position;
    }

    /// How many records were parked since the start.
    public long parked() {
        return delivery.parked();
    }

    /// Whether everything that is in the log was delivered.
    public boolean isCaughtUp() {
        return position >= log.end();
    }

    /// Stops after the record that is being delivered; what is left is delivered after the next start.
    @Override
    public void close() {
        rounds.close();
    }

    /// What has come; waits for it a while.
    private Duration round() throws InterruptedException {
        next().ifPresent(done -> {
            position = done;
            checkpoint.write(Long.toString(done));
            target.advanced();
        });
        return Duration.ZERO;
    }

    private Optional<Long> next() throws InterruptedException {
        List<LogRecord> batch = log.read(position, BATCH, PATIENCE_MS);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        delivery.deliver(batch);
        return Optional.of(batch.getLast().next());
    }
}
