package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.call.CallId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.local.live.ExchangeControl;
import dev.pickup.local.stack.RunFile;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The process dies in the middle of a call, or is told to go.
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
    private static final Duration RECONCILED_WITHIN = Duration.ofMinutes(2);

    /// A greeting and a question take ten seconds; the rest is for a busy machine.
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    @Test
    void aCallThatAKillCutOffIsFinalizedOnceAfterTheRestartAndMarkedPartialForGood() {
        String callId;
        try (ChildProduct child = ChildProduct.run(data, "up", "--no-demo", "--port", "0");
                HttpClient http = HttpClient.newHttpClient()) {
            callId = talking(child.ready(), http);
            child.kill();
        }
        assertThat(data.resolve("run.json")).as("what the killed one left").exists();
        assertThat(RunFile.find(data)).as("nothing runs").isEmpty();

        JsonNode usage;
        try (RunningProduct product = RunningProduct.scripted(data)) {
            JsonNode call = await("the reconciler")
                    .atMost(RECONCILED_WITHIN)
                    .pollInterval(Duration.ofMillis(250))
                    .until(
                            () -> product.call(callId),
                            found -> found.path("status").asText().equals("FINALIZED"));

            assertThat(call.path("transcript").asText()).isEqualTo("partial");
            assertThat(call.path("usageRecordId").asText()).isNotBlank();
            assertThat(call.path("turns")).hasSizeGreaterThanOrEqualTo(2);
            usage = product.usageOf(1);
            assertThat(usage.path("calls").asLong()).isEqualTo(1);
        }

        try (RunningProduct product = RunningProduct.scripted(data)) {
            assertThat(product.calls().path("items")).hasSize(1);
            assertThat(product.usage()).isEqualTo(usage);
        }
    }

    @Test
    void aProductThatIsToldToGoFinalizesItsLiveCallsKeepsItsDataAndEndsWithin10s() {
        String callId;
        try (ChildProduct child = ChildProduct.run(data, "up", "--no-demo", "--port", "0");
                HttpClient http = HttpClient.newHttpClient()) {
            callId = talking(child.ready(), http);
            long begun = System.nanoTime();
            child.terminate();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(11));
            assertThat(child.said()).contains("Stopping: live calls are finalized, data is kept.");
        }

        try (RunningProduct product = RunningProduct.scripted(data)) {
            JsonNode call = product.call(callId);
            assertThat(call.path("status").asText()).isEqualTo("FINALIZED");
            assertThat(call.path("transcript").asText()).isEqualTo("complete");
        }
    }

    /// Places a call that goes on for a minute, and waits until the agent answers its first question.
    private static String talking(RunFile run, HttpClient http) {
        ExchangeControl exchange =
                new ExchangeControl(http, CarrierName.TELNYX, run.controlUrl().orElseThrow());
        CallerScript script = CallerScript.saying(
                "What are your opening hours?", "And where are you?", "Can I come on Tuesday at three?", "Thank you.");
        String id = exchange.place(new OutsideCall(RunningProduct.CALLER, RunningProduct.DEMO_NUMBER, script));
        JsonNode report = await("an answer of the agent")
                .atMost(ANSWERED_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> exchange.report(id), now -> !now.path("responses").isEmpty());
        return CallId.of(CarrierName.TELNYX, report.path("callLegId").asText()).value();
    }
}
