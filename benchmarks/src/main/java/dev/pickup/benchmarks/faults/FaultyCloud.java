package dev.pickup.benchmarks.faults;

import dev.pickup.media.Engines;
import dev.pickup.media.failover.FailoverLanguageModel;
import dev.pickup.media.failover.FailoverSpeechToText;
import dev.pickup.media.failover.FailoverTextToSpeech;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.model.bedrock.BedrockModel;
import dev.pickup.media.model.bedrock.BedrockSettings;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.speech.polly.PollyTextToSpeech;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// The three services as simulated, each as slow as it is published to be, and the engines over the real clients as a
/// task in the cloud has them. Close it once.
final class FaultyCloud implements AutoCloseable {
    static final String REPLY =
            "We are open from nine to five. On Friday we close at noon. Would you like to come in this week?";

    private static final int QUOTA = 1_000;
    private static final StaticCredentialsProvider KEYS = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(AwsEndpoint.ACCESS_KEY, AwsEndpoint.SECRET_KEY));

    private final TranscribeSimulator transcribe =
            TranscribeSimulator.start(ServiceTerms.published().withMostStreams(QUOTA), new CaptionRecognizer());
    private final PollySimulator polly = PollySimulator.start(
            dev.pickup.simulators.polly.ServiceTerms.published().withQuota(QUOTA, QUOTA, QUOTA), new Hum());
    private final BedrockSimulator bedrock = new BedrockSimulator(
            Set.of(BedrockSettings.DEFAULT_MODEL),
            BedrockTerms.published(),
            _ -> List.of(new Brain.Part.Text(List.of(REPLY.splitWithDelimiters("(?<= )", 0)))));
    private final AwsEndpoint bedrockDoor = AwsEndpoint.start(bedrock);
    private final BedrockRuntimeAsyncClient bedrockClient = BedrockRuntimeAsyncClient.builder()
            .endpointOverride(bedrockDoor.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(KEYS)
            .httpClientBuilder(
                    NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).maxConcurrency(QUOTA))
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    private final TranscribeSpeechToText ears = new TranscribeSpeechToText(
            access(transcribe.endpoint()),
            TranscribeSettings.usual().withMostStreams(QUOTA),
            System::nanoTime,
            EngineCounts.NONE);
    private final PollyTextToSpeech voice = new PollyTextToSpeech(
            access(polly.endpoint()),
            PollySettings.generative().withQuota(QUOTA, QUOTA),
            System::nanoTime,
            EngineCounts.NONE);

    /// One provider a port: the harder case.
    Engines engines(VoiceActivity activity) {
        return new Engines(
                activity,
                new FailoverSpeechToText(List.of(ears), System::nanoTime),
                new FailoverLanguageModel(
                        List.of(new BedrockModel(bedrockClient, BedrockSettings.of(BedrockSettings.DEFAULT_MODEL))),
                        Patience.USUAL,
                        System::nanoTime),
                new FailoverTextToSpeech(List.of(voice), System::nanoTime));
    }

    TranscribeSimulator transcribe() {
        return transcribe;
    }

    BedrockSimulator bedrock() {
        return bedrock;
    }

    /// Where requests to Bedrock can be refused.
    AwsEndpoint bedrockDoor() {
        return bedrockDoor;
    }

    PollySimulator polly() {
        return polly;
    }

    @Override
    public void close() {
        ears.close();
        voice.close();
        bedrockClient.close();
        bedrockDoor.close();
        polly.close();
        transcribe.close();
    }

    private static AwsAccess access(URI endpoint) {
        return new AwsAccess(Region.US_EAST_1, KEYS, Optional.of(endpoint));
    }
}
