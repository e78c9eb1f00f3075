package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.engine.EngineSetup.Feature;
import dev.pickup.benchmarks.engine.EngineSetup.Kind;
import dev.pickup.benchmarks.report.BenchResult;
import dev.pickup.media.speech.models.ModelFiles;
import dev.pickup.media.speech.offline.QuickCallerVoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two calls for a few seconds, with the server in a process of its own: that all is measured, not how fast it is.
class LoadRunIT {
    private static final Path MODELS = Path.of(
            System.getProperty("pickup.models.dir", System.getProperty("user.home") + "/.local/share/pickup/models"));

    @Test
    void callersAreAnsweredAndEverythingIsMeasured() throws Exception {
        LoadRun.Outcome outcome = run(Kind.SIMULATED, "hedging");

        BenchResult result = outcome.result();
        assertThat(result.failedCalls()).isZero();
        assertThat(result.turns()).isPositive();
        assertThat(result.responseMs().p50())
                .as("no shorter than the engines' own time, no longer than a caller's patience")
                .isBetween(300.0, 10_000.0);
        assertThat(result.ownMs().p99()).isPositive();
        assertThat(result.framesSent()).isPositive();
        assertThat(result.cpuPerCallPercent()).isPositive();
        assertThat(outcome.curves().getFirst().valuesMs()).hasSize(result.turns());
    }

    @Test
    void theRealAdaptersAnswerCallersFromServicesInAProcessOfTheirOwn() throws Exception {
        BenchResult result = run(Kind.AWS, "streamed-voice").result();

        assertThat(result.failedCalls()).isZero();
        assertThat(result.turns()).isPositive();
        assertThat(result.servicesCpuPercent()).isPositive();
        assertThat(result.engineCounts())
                .as("of the measured time, in which every call keeps its stream")
                .containsKey("polly-requests")
                .doesNotContainKey("transcribe-streams")
                .doesNotContainKey("polly-streams");
    }

    private static LoadRun.Outcome run(Kind kind, String without) throws Exception {
        assumeThat(ModelFiles.areIn(MODELS))
                .as("speech models in %s: fetch them with ./pickup models", MODELS)
                .isTrue();
        EngineSetup engines = new EngineSetup(kind, EngineLatency.PUBLISHED, Feature.of(without));
        LoadSettings settings =
                new LoadSettings(2, 12, 1, engines, "telnyx", MODELS, List.of("-XX:+UseSerialGC", "-Xmx256m"));
        return new LoadRun(settings, new QuickCallerVoice()::speak, _ -> {}).run();
    }

    @Test
    void whatCannotBeRunIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> settings(0, 10, "telnyx")).hasMessageContaining("not 0");
        assertThatThrownBy(() -> settings(1, 1_000, "telnyx")).hasMessageContaining("5 minutes");
        assertThatThrownBy(() -> settings(1, 10, "pigeon")).hasMessageContaining("pigeon");
        assertThatThrownBy(() -> Kind.of("azure")).hasMessageContaining("simulated, aws");
        assertThatThrownBy(() -> Feature.of("speculation,luck")).hasMessageContaining("luck");
        assertThatThrownBy(() -> new EngineSetup(Kind.SIMULATED, "", Feature.of("streamed-voice")))
                .hasMessageContaining("--engines aws");
    }

    private static LoadSettings settings(int calls, int seconds, String carrier) {
        return new LoadSettings(
                calls,
                seconds,
                1,
                new EngineSetup(Kind.SIMULATED, EngineLatency.PUBLISHED, Feature.of("")),
                carrier,
                MODELS,
                List.of());
    }
}
