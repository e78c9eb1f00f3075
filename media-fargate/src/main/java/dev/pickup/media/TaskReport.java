package dev.pickup.media;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Writes a task's metrics to standard output once a minute, as CloudWatch's embedded metric format: `ActiveCalls`
/// (what scaling follows) and `JournalRecordsLost` (0, or wake somebody).
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format".
final class TaskReport implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final IntSupplier calls;
    private final LongSupplier recordsLost;
    private final PrintStream out;
    private final Clock clock;
    private final Thread thread;

    TaskReport(IntSupplier calls, LongSupplier recordsLost, PrintStream out, Clock clock) {
        this.calls = calls;
        this.recordsLost = recordsLost;
        this.out = out;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("task-report").start(this::run);
    }

    /// One line.
    String line() {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode metrics = line.putObject("_aws")
                .put("Timestamp", clock.millis())
                .putArray("CloudWatchMetrics")
                .addObject()
                .put("Namespace", "Pickup/Media");
        metrics.putArray("Dimensions").addArray();
        var definitions = metrics.putArray("Metrics");
        definitions.addObject().put("Name", "ActiveCalls").put("Unit", "Count");
        definitions.addObject().put("Name", "JournalRecordsLost").put("Unit", "Count");
        return line.put("ActiveCalls", calls.getAsInt())
                .put("JournalRecordsLost", recordsLost.getAsLong())
                .toString();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                out.println(line());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
