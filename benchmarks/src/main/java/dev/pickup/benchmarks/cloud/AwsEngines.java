package dev.pickup.benchmarks.cloud;

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
import dev.pickup.media.speech.aws.StreamingClient;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.speech.polly.PollyTextToSpeech;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import dev.pickup.simulators.aws.AwsEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// The real clients and adapters of the three services, behind failover as a task in the cloud has them, one provider
/// a port: the harder case. Any thread; close it once.
public final class AwsEngines implements AutoCloseable {
    /// At once; more than calls make.
    private static final int MODEL_REQUESTS = 4_000;

    private static final StaticCredentialsProvider KEYS = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(AwsEndpoint.ACCESS_KEY, AwsEndpoint.SECRET_KEY));

    private final StreamingClient<BedrockRuntimeAsyncClient> bedrock;
    private final TranscribeSpeechToText ears;
    private final PollyTextToSpeech voice;
    private final Patience patience;

    /// @param patience with the model
    /// @param polly    how the voice speaks, but for its quota
    /// @param counts   told what the adapters meet
    public AwsEngines(Endpoints endpoints, Quotas quotas, Patience patience, PollySettings polly, EngineCounts counts) {
        this.patience = patience;
        this.bedrock = access(endpoints.bedrock()).client(BedrockRuntimeAsyncClient.builder(), MODEL_REQUESTS);
        this.ears = new TranscribeSpeechToText(
                access(endpoints.transcribe()),
                TranscribeSettings.usual().withMostStreams(quotas.transcribeStreams()),
                System::nanoTime,
                counts);
        this.voice = new PollyTextToSpeech(
                access(endpoints.polly()),
                polly.withQuota(quotas.pollyPerSecond(), quotas.pollyAtOnce()),
                System::nanoTime,
                counts);
    }

    public Engines engines(VoiceActivity activity) {
        return new Engines(
                activity,
                new FailoverSpeechToText(List.of(ears), System::nanoTime),
                new FailoverLanguageModel(
                        List.of(new BedrockModel(bedrock.get(), BedrockSettings.of(BedrockSettings.DEFAULT_MODEL))),
                        patience,
                        System::nanoTime),
                new FailoverTextToSpeech(List.of(voice), System::nanoTime));
    }

    @Override
    public void close() {
        ears.close();
        voice.close();
        bedrock.close();
    }

    private static AwsAccess access(URI endpoint) {
        return new AwsAccess(Region.US_EAST_1, KEYS, Optional.of(endpoint));
    }
}
