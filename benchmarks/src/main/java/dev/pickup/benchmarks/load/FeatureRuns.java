package dev.pickup.benchmarks.load;

import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.engine.EngineSetup.Feature;
import dev.pickup.benchmarks.engine.EngineSetup.Kind;
import dev.pickup.benchmarks.report.BenchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The same run with all that makes replies quicker, without each of it, and with none of it.
public final class FeatureRuns {
    private final LoadSettings settings;
    private final Function<String, short[]> voice;
    private final Consumer<String> progress;

    /// @param voice    speaks for callers
    /// @param progress told what goes on, in words
    public FeatureRuns(LoadSettings settings, Function<String, short[]> voice, Consumer<String> progress) {
        this.settings = settings;
        this.voice = voice;
        this.progress = progress;
    }

    /// The head of a Markdown table of what is found.
    public static String head() {
        return "| without | response p50, ms | p95 | p99 | turns | CPU per call | failed calls | the adapters met |\n"
                + "|---|---|---|---|---|---|---|---|";
    }

    /// Blocks until all runs are over.
    ///
    /// @param rows told each row as soon as it is there
    /// @return calls that failed
    public int run(Consumer<String> rows) throws IOException, InterruptedException {
        int failed = 0;
        for (Set<Feature> without : each(settings.engines().kind())) {
            EngineSetup engines = new EngineSetup(
                    settings.engines().kind(), settings.engines().latency(), without);
            BenchResult result =
                    new LoadRun(settings.with(engines), voice, progress).run().result();
            failed += result.failedCalls();
            rows.accept(row(result));
        }
        return failed;
    }

    static List<Set<Feature>> each(Kind kind) {
        List<Feature> all = Arrays.stream(Feature.values())
                .filter(feature -> kind.has(feature) && feature.quickens())
                .toList();
        List<Set<Feature>> each = new ArrayList<>();
        each.add(Set.of());
        all.forEach(feature -> each.add(Set.of(feature)));
        each.add(EnumSet.copyOf(all));
        return each;
    }

    private static String row(BenchResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %d | %.2f %% | %d | %s |",
                result.without().isEmpty() ? "nothing: all is on" : result.without(),
                result.responseMs().p50(),
                result.responseMs().p95(),
                result.responseMs().p99(),
                result.turns(),
                result.cpuPerCallPercent(),
                result.failedCalls(),
                result.engineCounts());
    }
}
