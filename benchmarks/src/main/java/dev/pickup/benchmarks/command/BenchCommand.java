package dev.pickup.benchmarks.command;

import dev.pickup.benchmarks.audio.AudioRun;
import dev.pickup.benchmarks.audio.LineResult;
import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.faults.FaultResult;
import dev.pickup.benchmarks.faults.FaultRun;
import dev.pickup.benchmarks.first.FirstExchanges;
import dev.pickup.benchmarks.load.FeatureRuns;
import dev.pickup.benchmarks.load.LoadRun;
import dev.pickup.benchmarks.load.LoadSettings;
import dev.pickup.benchmarks.report.Plot;
import dev.pickup.benchmarks.report.ResultTable;
import dev.pickup.media.speech.models.ModelFiles;
import dev.pickup.media.speech.models.ModelFilesException;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.offline.QuickCallerVoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./pickup bench`: the load generator.
@Command(
        name = "./pickup bench",
        description = {
            "Places many calls at once at the pace of real ones, against a media task in a process of its own, and says",
            "how quickly it answers, how quickly it falls silent when interrupted, and what a call costs. Voice activity",
            "detection is the real one; recognition, model and voice only take their time."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "How to read the numbers, and what they were: docs/benchmarks.md"})
public final class BenchCommand implements Callable<Integer> {
    private static final int USUAL_CALLS = 100;
    private static final int FAULT_CALLS = 20;
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONGLY_ASKED = 2;

    @Option(names = "--calls", paramLabel = "N", description = "calls at once (default: ${DEFAULT-VALUE})")
    private int calls = USUAL_CALLS;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how long to measure, after the warm-up; at most " + LoadSettings.MOST_SECONDS
                    + " (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(
            names = "--engines",
            paramLabel = "KIND",
            description = "simulated: they only take their time; aws: the real adapters of Transcribe, Bedrock and"
                    + " Polly, with services that are simulated in a third process (default: ${DEFAULT-VALUE})")
    private String engines = "simulated";

    @Option(
            names = "--without",
            paramLabel = "FEATURES",
            description = "switches something off, to see what it buys or costs: speculation, hedging, streamed-voice,"
                    + " tls, raised-quotas (so: those of a new account), several joined by commas")
    private String without = "";

    @Option(
            names = "--engine-latency",
            paramLabel = "FILE",
            description = "how long engines take: published (usual for simulated engines), aws (usual for those),"
                    + " independent, hanging, or a JSON file")
    private Optional<String> engineLatency = Optional.empty();

    @Option(
            names = "--carrier",
            paramLabel = "NAME",
            description = "whose calls: telnyx or twilio (default: ${DEFAULT-VALUE})")
    private String carrier = "telnyx";

    @Option(
            names = "--audio",
            description =
                    "instead: a few calls on bad lines (noise, babble, echo, jitter, loss), with the offline engines,"
                            + " measured from the audio; 4 minutes")
    private boolean audio;

    @Option(
            names = "--faults",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "instead: --calls at once (20 unless said) for each fault of Transcribe, Bedrock, Polly and an"
                            + " OpenAI-compatible endpoint, or those whose name contains NAME; it happens in the middle"
                            + " of a turn; 9 minutes for all")
    private Optional<String> faults = Optional.empty();

    @Option(
            names = "--features",
            description = "instead: the same run with all features, without each of them and with none, as a table; 8"
                    + " minutes with --engines aws")
    private boolean features;

    @Option(
            names = "--first-calls",
            description = "instead: how long the first and the hundredth exchange with Transcribe, Bedrock and Polly"
                    + " take in a fresh JVM, with and without warm-up; 2 minutes")
    private boolean firstCalls;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--plot", paramLabel = "FILE", description = "draw the distributions as SVG")
    private Optional<Path> plot = Optional.empty();

    @Option(
            names = "--jvm",
            paramLabel = "FLAG",
            description = "a flag for the server's JVM, instead of ZGC and a heap that fits the calls; may be repeated")
    private List<String> jvmFlags = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try {
            Path models = models();
            if (audio) {
                return listen(models);
            }
            if (faults.isPresent()) {
                return suffer(models, faults.get());
            }
            if (firstCalls) {
                List<String> flags = flags(EngineSetup.Kind.AWS);
                System.out.print(new FirstExchanges(models, tls(), flags, System.err::println).run());
                return DONE;
            }
            EngineSetup setup = setup();
            LoadSettings settings = new LoadSettings(calls, seconds, 8, setup, carrier, models, flags(setup.kind()));
            return features ? compare(settings) : run(settings);
        } catch (IllegalArgumentException | ModelFilesException e) {
            System.err.println("pickup: " + e.getMessage());
            return WRONGLY_ASKED;
        } catch (IOException | IllegalStateException e) {
            System.err.println("pickup: the benchmark did not come to its end: " + e.getMessage());
            return FAILED;
        }
    }

    private boolean tls() {
        return !EngineSetup.Feature.of(without).contains(EngineSetup.Feature.TLS);
    }

    private List<String> flags(EngineSetup.Kind kind) {
        return jvmFlags.isEmpty() ? LoadSettings.usualFlags(calls, kind) : jvmFlags;
    }

    private static int compare(LoadSettings settings) throws IOException, InterruptedException {
        System.out.println(FeatureRuns.head());
        int failed =
                new FeatureRuns(settings, new QuickCallerVoice()::speak, System.err::println).run(System.out::println);
        return failed == 0 ? DONE : FAILED;
    }

    private EngineSetup setup() {
        EngineSetup.Kind kind = EngineSetup.Kind.of(engines);
        String latency = engineLatency.orElse(kind.usualLatency());
        EngineLatency.of(latency);
        return new EngineSetup(kind, latency, EngineSetup.Feature.of(without));
    }

    private int run(LoadSettings settings) throws IOException, InterruptedException {
        LoadRun.Outcome outcome = new LoadRun(settings, new QuickCallerVoice()::speak, System.err::println).run();
        System.err.println();
        System.out.print(ResultTable.of(outcome.result()));
        if (json.isPresent()) {
            Files.writeString(json.get(), outcome.result().toJson());
        }
        if (plot.isPresent()) {
            String title = settings.calls() + " calls at once, engines as in "
                    + settings.engines().latency();
            Files.writeString(plot.get(), Plot.svg(title, outcome.curves()));
        }
        return outcome.result().failedCalls() == 0 ? DONE : FAILED;
    }

    private static int listen(Path models) throws IOException, InterruptedException {
        try (AudioRun run = AudioRun.start(models)) {
            List<LineResult> results = run.run(System.err::println);
            System.err.println();
            System.out.print(LineResult.table(results));
        }
        return DONE;
    }

    private int suffer(Path models, String named) throws Exception {
        System.out.println(FaultResult.head());
        FaultRun run = new FaultRun(
                faultCalls(),
                OfflineSpeech.loadVoiceActivity(models),
                new QuickCallerVoice()::speak,
                result -> System.out.println(result.row()));
        return run.run(named) == 0 ? DONE : FAILED;
    }

    private int faultCalls() {
        return calls == USUAL_CALLS ? FAULT_CALLS : calls;
    }

    private static Path models() {
        String folder = System.getProperty("pickup.models.dir", "");
        Path models = folder.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "pickup", "models")
                : Path.of(folder);
        ModelFiles.find(models);
        return models;
    }
}
