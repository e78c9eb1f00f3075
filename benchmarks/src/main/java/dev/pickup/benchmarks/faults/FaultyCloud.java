package dev.pickup.benchmarks.faults;

import dev.pickup.benchmarks.cloud.AwsEngines;
import dev.pickup.benchmarks.cloud.SimulatedServices;
import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.media.Engines;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.util.List;

/// The three services as simulated, each as slow as it is published to be, and the engines over the real clients as a
/// task in the cloud has them. Close it once.
final class FaultyCloud implements AutoCloseable {
    static final String REPLY =
            "We are open from nine to five. On Friday we close at noon. Would you like to come in this week?";

    private final SimulatedServices services = new SimulatedServices(
            EngineLatency.of(EngineLatency.AWS),
            _ -> List.of(new Brain.Part.Text(List.of(REPLY.splitWithDelimiters("(?<= )", 0)))));
    private final AwsEngines engines =
            new AwsEngines(services.endpoints(), Patience.USUAL, PollySettings.generative(), EngineCounts.NONE);

    /// One provider a port: the harder case.
    Engines engines(VoiceActivity activity) {
        return engines.engines(activity);
    }

    TranscribeSimulator transcribe() {
        return services.transcribe();
    }

    BedrockSimulator bedrock() {
        return services.bedrock();
    }

    /// Where requests to Bedrock can be refused.
    AwsEndpoint bedrockDoor() {
        return services.bedrockDoor();
    }

    PollySimulator polly() {
        return services.polly();
    }

    @Override
    public void close() {
        engines.close();
        services.close();
    }
}
