package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pickup.benchmarks.engine.EngineLatency;
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
        assumeThat(ModelFiles.areIn(MODELS))
                .as("speech models in %s: fetch them with ./pickup models", MODELS)
                .isTrue();
        LoadSettings settings = new LoadSettings(
                2, 12, 1, EngineLatency.PUBLISHED, "telnyx", MODELS, List.of("-XX:+UseSerialGC", "-Xmx256m"));

        LoadRun.Outcome outcome = new LoadRun(settings, new QuickCallerVoice()::speak, _ -> {}).run();

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
    void whatCannotBeRunIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> settings(0, 10, "telnyx")).hasMessageContaining("not 0");
        assertThatThrownBy(() -> settings(1, 1_000, "telnyx")).hasMessageContaining("5 minutes");
        assertThatThrownBy(() -> settings(1, 10, "pigeon")).hasMessageContaining("pigeon");
    }

    private static LoadSettings settings(int calls, int seconds, String carrier) {
        return new LoadSettings(calls, seconds, 1, EngineLatency.PUBLISHED, carrier, MODELS, List.of());
    }
}
