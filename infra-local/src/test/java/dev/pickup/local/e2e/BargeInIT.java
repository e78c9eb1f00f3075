package dev.pickup.local.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.Interruption;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.SimulatedCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// A caller who does not let the agent finish.
@Isolated("it measures how fast the agent falls silent")
class BargeInIT {
    private static final double CLEAR_WITHIN_MS = 200;

    @TempDir
    private Path data;

    @Test
    void theAgentStopsWithin200MsAndRemembersOnlyWhatWasHeard() {
        try (RunningProduct product = RunningProduct.scripted(data)) {
            SimulatedCall placed = product.place(CallerScript.of(
                    new Say("What are your opening hours?"),
                    new InterruptAfter(Duration.ofMillis(1500), new Say("Sorry, can I come on Tuesday at three?"))));

            JsonNode call = product.finalized(placed);

            CallReport report = placed.await(Duration.ofSeconds(1));
            assertThat(report.interruptions()).hasSize(1);
            Interruption interruption = report.interruptions().getFirst();
            assertThat(interruption.clearMs())
                    .as("clear, of a call that went like this: " + report + "; its record: " + call)
                    .hasValueSatisfying(clear ->
                            assertThat(clear - interruption.callerStartMs()).isBetween(0.0, CLEAR_WITHIN_MS));
            assertThat(agentTurns(call)).anySatisfy(turn -> {
                assertThat(turn.path("text").asText()).isNotBlank();
                assertThat(turn.path("unheard").asText()).isNotBlank();
            });
            // The scripted voice writes its words into the sound, so the recording itself says what was heard.
            Pcm heard = StereoSound.read(
                            product.recording(call.path("recording").asText()))
                    .right();
            assertThat(words(agentTurns(call).stream()
                            .map(turn -> turn.path("text").asText())
                            .collect(joining(" "))))
                    .isEqualTo(words(ScriptedSpeech.wordsIn(heard.toArray())));
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static List<JsonNode> agentTurns(JsonNode call) {
        return StreamSupport.stream(call.path("turns").spliterator(), false)
                .filter(turn -> turn.path("role").asText().equals("agent"))
                .toList();
    }
}
