package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.local.stack.StackSettings;
import dev.pickup.media.EnginesChoice;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole calls through Amazon's own clients for Transcribe, Bedrock and Polly, against the services as they are
/// simulated.
class AwsSpeechIT {
    private static final String HOURS = "What are your opening hours?";
    private static final String TUESDAY = "Can I come on Tuesday at three?";

    @TempDir
    private Path folder;

    @Test
    void everyWordIsHeardAndTheServicesAreCharged() {
        try (RunningProduct product = product("stt=aws+scripted,model=aws,tts=aws+scripted")) {
            SimulatedCall placed = product.place(CallerScript.saying(HOURS, TUESDAY));
            JsonNode call = product.finalized(placed);
            CallReport report = placed.await(Duration.ofSeconds(1));

            assertThat(texts("caller", call)).contains(HOURS, TUESDAY);
            assertThat(texts("agent", call)).hasSizeGreaterThanOrEqualTo(3).anyMatch(text -> text.contains("Tuesday"));
            assertThat(report.responses()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(call.path("cost").path("parts"))
                    .extracting(part -> part.path("provider").asText())
                    .contains(
                            "amazon-transcribe/streaming",
                            "bedrock-claude-haiku-4.5/us.anthropic.claude-haiku-4-5-20251001-v1:0",
                            "amazon-polly-generative/streaming");
            assertThat(call.path("cost").path("rateCard").asText()).isEqualTo("2026-11-01");
            assertThat(micros("speech-to-text", call))
                    .as("15 s or more at 0.0004 USD")
                    .isGreaterThanOrEqualTo(6_000);
            assertThat(micros("voice", call)).as("at 0.00003 USD a character").isPositive();
        }
    }

    private RunningProduct product(String engines) {
        return RunningProduct.with(StackSettings.at(0, folder.resolve("data"), folder.resolve("models"))
                .withEngines(EnginesChoice.parse(engines)));
    }

    private static long micros(String part, JsonNode call) {
        return StreamSupport.stream(call.path("cost").path("parts").spliterator(), false)
                .filter(each -> each.path("part").asText().equals(part))
                .mapToLong(each -> each.path("micros").asLong())
                .sum();
    }

    private static List<String> texts(String role, JsonNode call) {
        return StreamSupport.stream(call.path("turns").spliterator(), false)
                .filter(turn -> turn.path("role").asText().equals(role))
                .map(turn -> turn.path("text").asText())
                .toList();
    }
}
