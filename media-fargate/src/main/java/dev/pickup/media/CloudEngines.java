package dev.pickup.media;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.model.openai.ModelTimeouts;
import dev.pickup.media.model.openai.OpenAiCompatibleModel;
import dev.pickup.media.model.receptionist.OfflineReceptionist;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.models.ModelFilesException;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The engines that `PICKUP_ENGINES` names, and what they hold open. Not thread-safe.
final class CloudEngines implements AutoCloseable {
    private static final Duration WORD = Duration.ofMillis(15);

    private final MediaEnvironment environment;
    private final ScriptedSpeech scripted = new ScriptedSpeech();
    private Optional<OfflineSpeech> offline = Optional.empty();

    CloudEngines(MediaEnvironment environment) {
        this.environment = environment;
    }

    /// @throws IllegalStateException one of them cannot run here
    Engines engines() {
        EnginesChoice choice = environment.engines();
        boolean hearsScripts = choice.speechToText().contains(EnginesChoice.Speech.SCRIPTED);
        return new Engines(
                hearsScripts ? scripted.voiceActivity() : offline().voiceActivity(),
                speechToText(choice.speechToText().getFirst()),
                model(choice.model()),
                voice(choice.textToSpeech().getFirst()));
    }

    private SpeechToText speechToText(EnginesChoice.Speech engine) {
        return switch (engine) {
            case OFFLINE -> offline().speechToText();
            case SCRIPTED -> scripted.speechToText();
            case AWS -> throw new IllegalStateException("Amazon Transcribe is not part of this build yet.");
        };
    }

    private TextToSpeech voice(EnginesChoice.Speech engine) {
        return switch (engine) {
            case OFFLINE -> offline().textToSpeech();
            case SCRIPTED -> scripted.textToSpeech();
            case AWS -> throw new IllegalStateException("Amazon Polly is not part of this build yet.");
        };
    }

    private LanguageModel model(List<EnginesChoice.Model> order) {
        EnginesChoice.Model first = order.isEmpty()
                ? environment.openAi().isPresent() ? EnginesChoice.Model.OPENAI : EnginesChoice.Model.OFFLINE
                : order.getFirst();
        return switch (first) {
            case OFFLINE -> new OfflineReceptionist(WORD);
            case OPENAI -> openAi(environment.openAi().orElseThrow());
            case AWS -> throw new IllegalStateException("Amazon Bedrock is not part of this build yet.");
        };
    }

    private static LanguageModel openAi(MediaEnvironment.OpenAi endpoint) {
        return new OpenAiCompatibleModel(endpoint.baseUrl(), endpoint.key(), endpoint.model(), ModelTimeouts.USUAL);
    }

    private OfflineSpeech offline() {
        if (offline.isEmpty()) {
            try {
                offline = Optional.of(OfflineSpeech.load(
                        Path.of(environment.dataFolder().orElse("/opt/pickup")).resolve("models")));
            } catch (ModelFilesException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
        return offline.get();
    }

    @Override
    public void close() {
        offline.ifPresent(OfflineSpeech::close);
    }
}
