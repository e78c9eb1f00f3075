package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.CallerStep.Wait;
import dev.pickup.simulators.line.SimulatedCall;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Callers whom no agent takes are led to a person, or told so.
@Execution(ExecutionMode.CONCURRENT)
class FallbackIT {
    private static final String AGENT = "/api/agents/agt_demo";

    @TempDir
    private Path data;

    @Test
    void aCallerOfADisabledAgentTalksWithThePersonAtItsFallbackNumber() {
        try (RunningProduct product = RunningProduct.scripted(data)) {
            disable(product, "+12025550100");

            SimulatedCall placed =
                    product.place(CallerScript.of(new Wait(Duration.ofSeconds(6)), new Say("Thank you, goodbye.")));
            JsonNode call = product.finalized(placed);

            assertThat(call.path("outcome").asText()).isEqualTo("transferred");
            CallReport report = placed.await(Duration.ofSeconds(1));
            assertThat(report.agent()).as("the person was audible").isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"busy, +12025550101", "no such number, +12025550177"})
    void aPersonWhoCannotBeReachedIsSaidAndTheCallEnds(String why, String fallback) {
        try (RunningProduct product = RunningProduct.scripted(data)) {
            disable(product, fallback);

            SimulatedCall placed = product.place(CallerScript.of(new Wait(Duration.ofSeconds(30))));
            JsonNode call = product.finalized(placed);

            assertThat(call.path("outcome").asText()).as(why).isNotEqualTo("transferred");
            assertThat(placed.await(Duration.ofSeconds(1)).agent())
                    .as("a sentence was said")
                    .isNotEmpty();
        }
    }

    private static void disable(RunningProduct product, String fallback) {
        JsonNode agent = product.get(AGENT);
        ObjectNode settings = agent.path("settings").deepCopy();
        settings.put("enabled", false).put("fallbackNumber", fallback);
        ObjectNode change = JsonNodeFactory.instance
                .objectNode()
                .put("version", agent.path("version").asInt());
        change.set("settings", settings);
        HttpResponse<String> saved = product.send(product.authorized(AGENT)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(change.toString())));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }
}
