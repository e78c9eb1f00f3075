package dev.pickup.local.engine;

import dev.pickup.media.model.bedrock.BedrockModel;
import dev.pickup.media.model.bedrock.BedrockSettings;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.aws.StreamingClient;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// Bedrock without an account: the real client and adapter over a simulated service that takes its published time.
/// Close it once.
public final class SimulatedBedrock implements AutoCloseable {
    private final AwsEndpoint endpoint;
    private final StreamingClient<BedrockRuntimeAsyncClient> client;

    public SimulatedBedrock(Brain brain, BedrockTerms terms) {
        endpoint = AwsEndpoint.start(new BedrockSimulator(Set.of(BedrockSettings.DEFAULT_MODEL), terms, brain));
        client = new AwsAccess(
                        Region.US_EAST_1,
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(AwsEndpoint.ACCESS_KEY, AwsEndpoint.SECRET_KEY)),
                        Optional.of(endpoint.uri()))
                .clientOfEmulatorToo(BedrockRuntimeAsyncClient.builder(), 500);
    }

    public LanguageModel model() {
        return new BedrockModel(client.get(), BedrockSettings.of(BedrockSettings.DEFAULT_MODEL));
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }
}
