package dev.pickup.benchmarks.server;

import dev.pickup.benchmarks.cloud.AwsEngines;
import dev.pickup.benchmarks.cloud.Endpoints;
import dev.pickup.benchmarks.cloud.Quotas;
import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.benchmarks.engine.EngineSetup;
import dev.pickup.benchmarks.engine.EngineSetup.Feature;
import dev.pickup.benchmarks.engine.SimulatedEngines;
import dev.pickup.media.Engines;
import dev.pickup.media.WarmUp;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.turn.TurnSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What the server under test hears, thinks and speaks with, and which features of it are switched on. Close it after
/// the task.
final class ServerEngines implements AutoCloseable {
    private static final int LONGEST_WARM_UP_SECONDS = 60;
    private static final Patience NO_HEDGING = new Patience(Duration.ZERO, 0, Patience.USUAL.switchAfter());

    private final EngineSetup setup;
    private final Engines engines;
    private final Runnable closing;
    private final Map<String, Long> counts;

    private ServerEngines(EngineSetup setup, Engines engines, Runnable closing, Map<String, Long> counts) {
        this.setup = setup;
        this.engines = engines;
        this.closing = closing;
        this.counts = counts;
    }

    /// @param arguments engines, their latency, what is switched off, the models' folder; then, for Amazon's engines,
    ///                  where Transcribe, Bedrock and Polly are
    static ServerEngines of(List<String> arguments) throws Exception {
        EngineSetup setup =
                new EngineSetup(EngineSetup.Kind.of(arguments.get(0)), arguments.get(1), Feature.of(arguments.get(2)));
        VoiceActivity activity = OfflineSpeech.loadVoiceActivity(Path.of(arguments.get(3)));
        return switch (setup.kind()) {
            case SIMULATED -> simulated(setup, activity);
            case AWS ->
                aws(
                        setup,
                        activity,
                        new Endpoints(
                                URI.create(arguments.get(4)),
                                URI.create(arguments.get(5)),
                                URI.create(arguments.get(6))));
        };
    }

    private static ServerEngines simulated(EngineSetup setup, VoiceActivity activity) {
        SimulatedEngines engines = new SimulatedEngines(activity, EngineLatency.of(setup.latency()), patience(setup));
        return new ServerEngines(setup, engines.engines(), engines::close, Map.of());
    }

    private static ServerEngines aws(EngineSetup setup, VoiceActivity activity, Endpoints at)
            throws InterruptedException {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        PollySettings polly = setup.has(Feature.STREAMED_VOICE)
                ? PollySettings.generative()
                : PollySettings.generative().clauseWise();
        AwsEngines engines = new AwsEngines(
                at,
                Quotas.of(setup.has(Feature.RAISED_QUOTAS)),
                patience(setup),
                polly,
                (name, count) -> counts.merge(name, count, Long::sum));
        warmUp(engines.engines(activity));
        return new ServerEngines(setup, engines.engines(activity), engines::close, counts);
    }

    Engines engines() {
        return engines;
    }

    int speculations() {
        return setup.has(Feature.SPECULATION) ? TurnSettings.USUAL_SPECULATIONS : 0;
    }

    /// What the adapters met so far.
    Map<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() {
        closing.run();
    }

    /// As a task in the cloud does before it takes calls.
    private static void warmUp(Engines engines) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        try (WarmUp _ = new WarmUp(engines, ready::countDown)) {
            if (!ready.await(LONGEST_WARM_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The engines did not become warm.");
            }
        }
    }

    private static Patience patience(EngineSetup setup) {
        return setup.has(Feature.HEDGING) ? Patience.USUAL : NO_HEDGING;
    }
}
