package dev.pickup.functions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EmfMetricsTest {
    @Test
    void aCountIsOneLineThatNamesItsMetricAndDimension() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_764_000_000_123L), ZoneOffset.UTC);
        new EmfMetrics(new PrintStream(out, true, StandardCharsets.UTF_8), clock)
                .count("WebhookRefused", "signature-invalid");

        String line = out.toString(StandardCharsets.UTF_8);
        assertThat(line).hasLineCount(1);
        JsonNode json = JsonMapper.builder().build().readTree(line);
        JsonNode declared = json.at("/_aws/CloudWatchMetrics/0");
        assertThat(json.at("/_aws/Timestamp").asLong()).isEqualTo(1_764_000_000_123L);
        assertThat(declared.at("/Metrics/0/Name").asText()).isEqualTo("WebhookRefused");
        assertThat(declared.at("/Dimensions/0/0").asText()).isEqualTo("reason");
        assertThat(json.path("reason").asText()).isEqualTo("signature-invalid");
        assertThat(json.path("WebhookRefused").asInt()).isEqualTo(1);
    }
}
