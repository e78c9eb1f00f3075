package dev.pickup.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.media.EnginesChoice;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whole calls through a whole stack, with scripted engines.
@Execution(ExecutionMode.CONCURRENT)
class StackCallIT {
    private static final String CLINIC = "+18779732766";
    private static final String CALLER = "+14155550199";

    @TempDir
    Path parent;

    @Test
    void aCallIsAnsweredFinalizedAndChargedOnceAndARestartKeepsIt() {
        JsonNode before;
        JsonNode charged;
        try (LocalStack stack = LocalStack.start(settings(), StackProgress.silent())) {
            ApiProbe api = ApiProbe.of(stack);
            before = api.usage();
            place(stack, "What are your opening hours?").await(Duration.ofSeconds(90));
            JsonNode call = awaitFinalized(api);
            assertThat(call.path("transcript").asText()).isEqualTo("complete");
            assertThat(call.path("turns")).hasSizeGreaterThan(2);
            assertThat(call.path("cost").path("totalMicros").asLong()).isPositive();
            await().atMost(Duration.ofSeconds(20)).until(() -> !api.usage().equals(before));
            charged = api.usage();
        }
        try (LocalStack stack = LocalStack.start(settings(), StackProgress.silent())) {
            ApiProbe api = ApiProbe.of(stack);
            assertThat(api.calls()).isOne();
            assertThat(api.usage()).isEqualTo(charged);
        }
    }

    @Test
    void aCallThatIsLiveWhenTheStackStopsIsFinalizedByThen() {
        try (LocalStack stack = LocalStack.start(settings(), StackProgress.silent())) {
            place(stack, "One", "Two", "Three", "Four", "Five", "Six");
            ApiProbe api = ApiProbe.of(stack);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> api.newestCall().path("turns").size() >= 1);
        }
        try (LocalStack stack = LocalStack.start(settings(), StackProgress.silent())) {
            JsonNode call = ApiProbe.of(stack).newestCall();
            assertThat(call.path("status").asText()).isEqualTo("FINALIZED");
            assertThat(call.path("transcript").asText()).isEqualTo("complete");
        }
    }

    private StackSettings settings() {
        return StackSettings.at(0, parent.resolve("data"), parent.resolve("models"))
                .withEngines(EnginesChoice.SCRIPTED);
    }

    private static SimulatedCall place(LocalStack stack, String... lines) {
        return stack.exchange().orElseThrow().place(new OutsideCall(CALLER, CLINIC, CallerScript.saying(lines)));
    }

    private static JsonNode awaitFinalized(ApiProbe api) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.newestCall().path("status").asText().equals("FINALIZED"));
        return api.newestCall();
    }
}
