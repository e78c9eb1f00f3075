package dev.pickup.functions.runtime;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;

/// Metrics as lines of CloudWatch's embedded metric format on the standard output, where Lambda's log driver
/// finds them.
///
/// Source: Amazon CloudWatch "Embedded metric format specification".
final class EmfMetrics implements Metrics {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final Clock clock;

    EmfMetrics(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void count(String name, String reason) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode metric = line.putObject("_aws")
                .put("Timestamp", clock.millis())
                .putArray("CloudWatchMetrics")
                .addObject()
                .put("Namespace", "Pickup");
        metric.putArray("Dimensions").addArray().add("reason");
        metric.putArray("Metrics").addObject().put("Name", name).put("Unit", "Count");
        line.put("reason", reason).put(name, 1);
        out.println(line);
    }
}
