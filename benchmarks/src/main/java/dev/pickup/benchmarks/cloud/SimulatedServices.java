package dev.pickup.benchmarks.cloud;

import dev.pickup.benchmarks.engine.Delay;
import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.media.model.bedrock.BedrockSettings;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.eventstream.Latency;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.tls.ServerCertificate;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The three services over HTTP/2, each on a port of its own: as slow as they are said to be. They hear captions and
/// speak by humming. Any thread; close it once.
public final class SimulatedServices implements AutoCloseable {
    private static final int CACHED_FROM_TOKENS = 4_096;
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final TranscribeSimulator transcribe;
    private final PollySimulator polly;
    private final BedrockSimulator bedrock;
    private final AwsEndpoint bedrockDoor;

    /// @param brain       what the model says
    /// @param certificate what they prove themselves with; empty for plain text
    public SimulatedServices(
            EngineLatency latency, Quotas quotas, Brain brain, Optional<ServerCertificate> certificate) {
        transcribe = TranscribeSimulator.start(
                ServiceTerms.published()
                        .withMostStreams(quotas.transcribeStreams())
                        .withLatencies(
                                of(latency.recognition().wordMs()),
                                of(latency.recognition().finalMs())),
                new CaptionRecognizer(),
                certificate);
        polly = PollySimulator.start(
                dev.pickup.simulators.polly.ServiceTerms.published()
                        .withQuota(quotas.pollyPerSecond(), quotas.pollyPerSecond(), quotas.pollyAtOnce())
                        .withFirstAudio(of(latency.voice().firstAudioMs()))
                        .withPace(latency.voice().timesRealTime()),
                new Hum(),
                certificate);
        Duration betweenTokens =
                Duration.ofNanos(Math.round(NANOS_PER_SECOND / latency.model().tokensPerSecond()));
        bedrock = new BedrockSimulator(
                Set.of(BedrockSettings.DEFAULT_MODEL),
                new BedrockTerms(of(latency.model().firstTokenMs()), betweenTokens, CACHED_FROM_TOKENS),
                brain);
        bedrockDoor = AwsEndpoint.startHttp2(bedrock, certificate);
    }

    /// How long the voice takes to say `text`, pauses not counted.
    public static Duration spoken(String text) {
        return Hum.lasts(text);
    }

    public Endpoints endpoints() {
        return new Endpoints(transcribe.endpoint(), bedrockDoor.uri(), polly.endpoint());
    }

    public TranscribeSimulator transcribe() {
        return transcribe;
    }

    public BedrockSimulator bedrock() {
        return bedrock;
    }

    /// Where requests to Bedrock can be refused.
    public AwsEndpoint bedrockDoor() {
        return bedrockDoor;
    }

    public PollySimulator polly() {
        return polly;
    }

    @Override
    public void close() {
        bedrockDoor.close();
        polly.close();
        transcribe.close();
    }

    private static Latency of(Delay delay) {
        return new Latency(nanos(delay.p50()), nanos(delay.p95())).withHanging(delay.hanging(), nanos(delay.hangMs()));
    }

    private static Duration nanos(double ms) {
        return Duration.ofNanos(Math.round(ms * NANOS_PER_MS));
    }
}
