package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many calls at once: none is lost, none is charged twice.
class ManyCallsIT {
    private static final int CALLS = 20;

    /// Of callers on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    @Test
    void twentyCallsAtOnceAreAllFinalizedAndEachIsChargedOnce() {
        try (RunningProduct product = RunningProduct.warm(data)) {
            List<SimulatedCall> placed = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                CallerScript script = CallerScript.saying("What are your opening hours?", "Thank you, goodbye.")
                        .withPatience(PATIENCE);
                placed.add(product.place(
                        new OutsideCall("+1415555%04d".formatted(100 + i), RunningProduct.DEMO_NUMBER, script)));
            }

            Set<String> usageRecords = new HashSet<>();
            long micros = 0;
            for (SimulatedCall one : placed) {
                JsonNode call = product.finalized(one);
                assertThat(call.path("outcome").asText())
                        .as(() -> "what the caller saw: " + one.await(Duration.ofSeconds(1)) + "; the record: " + call)
                        .isIn("completed", "booked", "message-taken");
                assertThat(call.path("transcript").asText()).isEqualTo("complete");
                assertThat(call.path("turns").size()).isGreaterThanOrEqualTo(3);
                usageRecords.add(call.path("usageRecordId").asText());
                micros += call.path("cost").path("totalMicros").asLong();
            }
            assertThat(usageRecords).hasSize(CALLS);
            JsonNode usage = product.usageOf(CALLS);
            assertThat(usage.path("calls").asLong()).isEqualTo(CALLS);
            assertThat(usage.path("micros").asLong()).isEqualTo(micros);
        }
    }
}
