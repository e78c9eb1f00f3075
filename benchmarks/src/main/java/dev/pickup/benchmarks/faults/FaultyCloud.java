package dev.pickup.benchmarks.faults;

import dev.pickup.benchmarks.cloud.AwsEngines;
import dev.pickup.benchmarks.cloud.Quotas;
import dev.pickup.benchmarks.cloud.SimulatedServices;
import dev.pickup.benchmarks.engine.EngineLatency;
import dev.pickup.media.Engines;
import dev.pickup.media.failover.FailoverLanguageModel;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.model.openai.OpenAiCompatibleModel;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.openai.ChatTerms;
import dev.pickup.simulators.openai.OpenAiSimulator;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amazon's services and an OpenAI-compatible endpoint as simulated, each as slow as it is published to be, and the
/// engines over the real clients as a task in the cloud has them. Close it once.
final class FaultyCloud implements AutoCloseable {
    static final String REPLY = "We are open from nine to five. On Friday we close at noon.";

    /// As the simulated voice says it.
    static final Duration REPLY_LASTS = SimulatedServices.spoken(REPLY);

    private static final List<String> PIECES = List.of(REPLY.split("(?<= )", -1));

    private final SimulatedServices services = new SimulatedServices(
            EngineLatency.of(EngineLatency.AWS),
            Quotas.RAISED,
            _ -> List.of(new Brain.Part.Text(PIECES)),
            Optional.empty());
    private final OpenAiSimulator openAi = OpenAiSimulator.start(
            new ChatTerms(
                    BedrockTerms.published().firstToken(),
                    BedrockTerms.published().betweenTokens()),
            _ -> PIECES);
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final AwsEngines engines = new AwsEngines(
            services.endpoints(), Quotas.RAISED, Patience.USUAL, PollySettings.generative(), EngineCounts.NONE);

    /// Whose model answers.
    enum Thinker {
        BEDROCK,
        OPENAI
    }

    /// One provider a port: the harder case.
    Engines engines(VoiceActivity activity, Thinker thinker) {
        Engines amazons = engines.engines(activity);
        return switch (thinker) {
            case BEDROCK -> amazons;
            case OPENAI -> new Engines(activity, amazons.speechToText(), openAiModel(), amazons.voice());
        };
    }

    private LanguageModel openAiModel() {
        return new FailoverLanguageModel(
                List.of(new OpenAiCompatibleModel(
                        openAi.baseUrl(), OpenAiSimulator.KEY, "simulated", ModelTimeouts.USUAL)),
                Patience.USUAL,
                System::nanoTime);
    }

    /// Each caller's model fails once, at the first request that knows their whole question: what it is asked ahead of
    /// the question's end is no answer.
    ///
    /// @param question finds such a request, and in its first group who asks
    void failOnceFor(Pattern question) {
        services.bedrock().spare(request -> isSpared("stream", question, request.toString()));
        services.bedrockDoor().spare(request -> isSpared("door", question, request.text()));
        openAi.spare(request -> isSpared("open", question, request.toString()));
    }

    private boolean isSpared(String where, Pattern question, String request) {
        Matcher asked = question.matcher(request);
        return !asked.find() || !failed.add(where + asked.group(1));
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

    OpenAiSimulator openAi() {
        return openAi;
    }

    @Override
    public void close() {
        engines.close();
        services.close();
        openAi.close();
    }
}
