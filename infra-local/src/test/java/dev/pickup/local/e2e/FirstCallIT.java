package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One call from ring to bill, over every part: exchange, webhook, media, journal, finalization, billing, API.
@Execution(ExecutionMode.CONCURRENT)
class FirstCallIT {
    private static final String HOURS = "What are your opening hours?";
    private static final String TUESDAY = "Can I come on Tuesday at three?";

    @TempDir
    private static Path data;

    private static RunningProduct product;
    private static JsonNode before;
    private static CallReport report;
    private static JsonNode call;

    @BeforeAll
    static void callOnce() {
        product = RunningProduct.scripted(data);
        before = product.usage();
        SimulatedCall placed = product.place(CallerScript.saying(HOURS, TUESDAY));
        call = product.finalized(placed);
        report = placed.await(Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void theAgentWasHeardAndAnsweredEachQuestion() {
        assertThat(report.errors()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.responses()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(texts("caller")).contains(HOURS, TUESDAY);
        assertThat(texts("agent")).hasSizeGreaterThanOrEqualTo(3).anyMatch(text -> text.contains("Tuesday"));
    }

    @Test
    void everyAnswerHasItsLedger() {
        List<JsonNode> answers = turns("agent").stream()
                .filter(turn -> turn.path("latencyMs").path("response").isNumber())
                .toList();

        assertThat(answers).hasSizeGreaterThanOrEqualTo(2).allSatisfy(turn -> {
            JsonNode ledger = turn.path("latencyMs");
            assertThat(ledger.path("endpoint").asLong()).isPositive();
            assertThat(ledger.path("own").isNumber()).isTrue();
            assertThat(ledger.path("response").asLong()).isBetween(1L, 3000L);
        });
    }

    @Test
    void theRecordHasTheShapeOfTheDefinition() {
        assertThat(new ApiSchema().complaints("Call", call)).isEmpty();
        ObjectNode broken = call.deepCopy();
        broken.put("status", "DONE").remove("turns");
        assertThat(new ApiSchema().complaints("Call", broken)).hasSize(2);
    }

    @Test
    void theRecordSaysWhoCalledWhatCameOfItAndWhichVersionAnswered() {
        assertThat(call.path("from").asText()).isEqualTo(RunningProduct.CALLER);
        assertThat(call.path("to").asText()).isEqualTo(RunningProduct.DEMO_NUMBER);
        assertThat(call.path("agentId").asText()).isEqualTo("agt_demo");
        assertThat(call.path("agentVersion").asInt()).isPositive();
        assertThat(call.path("outcome").asText()).isIn("completed", "booked");
        assertThat(call.path("transcript").asText()).isEqualTo("complete");
        assertThat((double) call.path("durationMs").asLong()).isCloseTo(report.durationMs(), offset(500.0));
    }

    @Test
    void itCostSomethingAndUsageGrewByExactlyThisCall() {
        long total = call.path("cost").path("totalMicros").asLong();
        long sum = StreamSupport.stream(call.path("cost").path("parts").spliterator(), false)
                .mapToLong(part -> part.path("micros").asLong())
                .sum();

        assertThat(total).isPositive().isEqualTo(sum);
        assertThat(call.path("usageRecordId").asText()).isNotBlank();
        JsonNode usage = product.usageOf(before.path("calls").asLong() + 1);
        assertThat(usage.path("calls").asLong()).isEqualTo(before.path("calls").asLong() + 1);
        assertThat(usage.path("micros").asLong())
                .isEqualTo(before.path("micros").asLong() + total);
    }

    @Test
    void theRecordingHoldsBothSides() {
        StereoSound sound =
                StereoSound.read(product.recording(call.path("recording").asText()));

        assertThat(sound.seconds() * 1000).isCloseTo(report.durationMs(), offset(1500.0));
        assertThat(StereoSound.peak(sound.left())).as("caller").isPositive();
        assertThat(StereoSound.peak(sound.right())).as("agent").isPositive();
    }

    private static List<JsonNode> turns(String role) {
        return StreamSupport.stream(call.path("turns").spliterator(), false)
                .filter(turn -> turn.path("role").asText().equals(role))
                .toList();
    }

    private static List<String> texts(String role) {
        return turns(role).stream().map(turn -> turn.path("text").asText()).toList();
    }
}
