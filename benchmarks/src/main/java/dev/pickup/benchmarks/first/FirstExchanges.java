package dev.pickup.benchmarks.first;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.benchmarks.cloud.Endpoints;
import dev.pickup.benchmarks.cloud.ServicesProcess;
import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.engine.EngineSetup.Feature;
import dev.pickup.benchmarks.engine.EngineSetup.Kind;
import dev.pickup.benchmarks.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs fresh JVMs, cold and warmed up, against services that take no time of their own, and takes medians.
public final class FirstExchanges {
    private static final int JVMS = 5;

    /// The hundredth is the median of the last ones: one exchange says little.
    private static final int LAST = 10;

    private final Path models;
    private final boolean tls;
    private final List<String> flags;
    private final Consumer<String> progress;

    /// @param tls      as in the cloud; or in plain text
    /// @param flags    of each JVM
    /// @param progress told what goes on, in words
    public FirstExchanges(Path models, boolean tls, List<String> flags, Consumer<String> progress) {
        this.models = models;
        this.tls = tls;
        this.flags = List.copyOf(flags);
        this.progress = progress;
    }

    /// Blocks for about a minute and a half.
    ///
    /// @return a Markdown table
    public String run() throws IOException {
        EngineSetup setup = new EngineSetup(Kind.AWS, EngineLatency.NONE, tls ? Set.of() : Set.of(Feature.TLS));
        try (ServicesProcess services = new ServicesProcess(setup)) {
            List<Map<String, List<Long>>> cold = runs("cold", services);
            List<Map<String, List<Long>>> warm = runs("warm", services);
            StringBuilder table = new StringBuilder("""
                    | until the first word, token or sound, ms | first, cold | first, after warm-up | hundredth |
                    |---|---|---|---|
                    """);
            for (Exchange exchange : Exchange.values()) {
                String name = exchange.name();
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.1f |%n",
                        name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT),
                        first(cold, name),
                        first(warm, name),
                        last(warm, name)));
            }
            return table.toString();
        }
    }

    private List<Map<String, List<Long>>> runs(String mode, ServicesProcess services) throws IOException {
        List<Map<String, List<Long>>> runs = new ArrayList<>();
        Endpoints at = services.endpoints();
        List<String> trusting =
                Stream.concat(flags.stream(), services.trusting().stream()).toList();
        for (int i = 0; i < JVMS; i++) {
            progress.accept("Fresh JVM " + (i + 1) + " of " + JVMS + ", " + mode + ".");
            List<String> arguments = List.of(
                    mode,
                    models.toString(),
                    at.transcribe().toString(),
                    at.bedrock().toString(),
                    at.polly().toString());
            try (ChildProcess jvm = new ChildProcess("a fresh JVM", FreshJvm.class, trusting, arguments)) {
                runs.add(read(jvm.answer()));
            }
        }
        return runs;
    }

    private static Map<String, List<Long>> read(String json) {
        try {
            return JsonMapper.builder().build().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fresh JVM said something else than its times.", e);
        }
    }

    private static double first(List<Map<String, List<Long>>> runs, String name) {
        return medianMs(runs.stream().map(run -> micros(run, name).getFirst()).toList());
    }

    private static double last(List<Map<String, List<Long>>> runs, String name) {
        return medianMs(runs.stream()
                .map(run -> micros(run, name))
                .flatMap(micros -> micros.subList(micros.size() - LAST, micros.size()).stream())
                .toList());
    }

    private static List<Long> micros(Map<String, List<Long>> run, String name) {
        return Optional.ofNullable(run.get(name)).orElseThrow();
    }

    private static double medianMs(List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) / 1e3;
    }
}
