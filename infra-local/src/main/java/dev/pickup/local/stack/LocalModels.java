package dev.pickup.local.stack;

import dev.pickup.local.engine.ReceptionistBrain;
import dev.pickup.local.engine.SimulatedBedrock;
import dev.pickup.media.EnginesChoice;
import dev.pickup.media.failover.FailoverLanguageModel;
import dev.pickup.media.failover.Patience;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.model.openai.OpenAiCompatibleModel;
import dev.pickup.media.model.receptionist.OfflineReceptionist;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.simulators.bedrock.BedrockTerms;
import java.time.Duration;
import java.util.List;

/// The language model of this process: the chosen ones, in their order.
final class LocalModels {
    /// How quickly the offline receptionist brings its words out: about a fast model's pace.
    private static final Duration WORD = Duration.ofMillis(15);

    private LocalModels() {}

    /// One that may keep a caller waiting is hedged and has its breaker, as in the cloud.
    ///
    /// @param closer closes what they hold open
    static LanguageModel of(StackSettings settings, Closer closer) {
        List<EnginesChoice.Model> chosen = settings.engines().model();
        EnginesChoice.Model unnamed =
                settings.model().isPresent() ? EnginesChoice.Model.OPENAI : EnginesChoice.Model.OFFLINE;
        List<LanguageModel> order = (chosen.isEmpty() ? List.of(unnamed) : chosen)
                .stream().map(engine -> model(engine, settings, closer)).toList();
        return order.size() == 1 && !chosen.contains(EnginesChoice.Model.AWS)
                ? order.getFirst()
                : new FailoverLanguageModel(order, Patience.USUAL, System::nanoTime);
    }

    private static LanguageModel model(EnginesChoice.Model engine, StackSettings settings, Closer closer) {
        return switch (engine) {
            case OFFLINE -> new OfflineReceptionist(WORD);
            case OPENAI -> {
                ModelAccess access = settings.model().orElseThrow();
                yield new OpenAiCompatibleModel(access.baseUrl(), access.apiKey(), access.name(), ModelTimeouts.USUAL);
            }
            case AWS ->
                closer.register(new SimulatedBedrock(new ReceptionistBrain(), BedrockTerms.published()))
                        .model();
        };
    }
}
