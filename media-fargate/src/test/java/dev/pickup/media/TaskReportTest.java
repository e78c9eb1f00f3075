package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskReportTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00.250Z");

    /// CloudWatch takes a metric only if its name stands in the directive and, as a number, at the root.
    @Test
    void aLineIsInTheEmbeddedMetricFormat() throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        String line;
        try (TaskReport report = new TaskReport(() -> 7, () -> 2L, nowhere, Clock.fixed(NOW, ZoneOffset.UTC))) {
            line = report.line();
        }

        assertThat(line).doesNotContain("\n");
        JsonNode root = JsonMapper.builder().build().readTree(line);
        assertThat(root.path("_aws").path("Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        JsonNode directive = root.path("_aws").path("CloudWatchMetrics").path(0);
        assertThat(directive.path("Namespace").asText()).isEqualTo("Pickup/Media");
        assertThat(directive.path("Dimensions").path(0).isArray()).isTrue();
        List<String> values = new ArrayList<>();
        directive.path("Metrics").forEach(metric -> {
            String name = metric.path("Name").asText();
            assertThat(root.path(name).isNumber()).as(name).isTrue();
            values.add(name + "=" + root.path(name) + " " + metric.path("Unit").asText());
        });
        assertThat(values).containsExactly("ActiveCalls=7 Count", "JournalRecordsLost=2 Count");
    }
}
