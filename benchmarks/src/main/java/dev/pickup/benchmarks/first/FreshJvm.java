package dev.pickup.benchmarks.first;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.benchmarks.cloud.AwsEngines;
import dev.pickup.benchmarks.cloud.Endpoints;
import dev.pickup.benchmarks.cloud.Quotas;
import dev.pickup.media.Engines;
import dev.pickup.media.WarmUp;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.polly.PollySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// `FreshJvm warm|cold MODELS-FOLDER TRANSCRIBE BEDROCK POLLY`: a hundred exchanges with each service, one after the
/// other, each service's first one first of all. Says in one line of JSON how long each took, in us.
public final class FreshJvm {
    private static final int EXCHANGES = 100;
    private static final int LONGEST_WARM_UP_SECONDS = 60;
    private static final Patience NO_HEDGING = new Patience(Duration.ZERO, 0, Patience.USUAL.switchAfter());

    private FreshJvm() {}

    public static void main(String[] args) throws Exception {
        Endpoints at = new Endpoints(URI.create(args[2]), URI.create(args[3]), URI.create(args[4]));
        try (AwsEngines aws =
                new AwsEngines(at, Quotas.RAISED, NO_HEDGING, PollySettings.generative(), EngineCounts.NONE)) {
            Engines engines = aws.engines(OfflineSpeech.loadVoiceActivity(Path.of(args[1])));
            if (args[0].equals("warm")) {
                warmUp(engines);
            }
            Map<String, List<Long>> micros = new TreeMap<>();
            for (int i = 0; i < EXCHANGES; i++) {
                for (Exchange exchange : Exchange.values()) {
                    micros.computeIfAbsent(exchange.name(), _ -> new ArrayList<>())
                            .add(micros(exchange, engines));
                }
            }
            System.out.println(JsonMapper.builder().build().writeValueAsString(micros));
        }
    }

    private static void warmUp(Engines engines) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        try (WarmUp _ = new WarmUp(engines, ready::countDown)) {
            if (!ready.await(LONGEST_WARM_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The engines did not become warm.");
            }
        }
    }

    /// From asking to the first that comes.
    private static long micros(Exchange exchange, Engines engines) throws Exception {
        long began = System.nanoTime();
        AtomicLong first = new AtomicLong();
        exchange.make(engines, () -> first.compareAndSet(0, System.nanoTime()));
        return (first.get() - began) / 1_000;
    }
}
