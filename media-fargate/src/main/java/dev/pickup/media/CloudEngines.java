package dev.pickup.media;

import dev.pickup.media.failover.FailoverLanguageModel;
import dev.pickup.media.failover.FailoverSpeechToText;
import dev.pickup.media.failover.FailoverTextToSpeech;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.model.bedrock.BedrockModel;
import dev.pickup.media.model.openai.OpenAiCompatibleModel;
import dev.pickup.media.model.receptionist.OfflineReceptionist;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.speaking.PhraseCache;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.KeptPhrases;
import dev.pickup.media.speech.models.ModelFilesException;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.offline.SmartTurn;
import dev.pickup.media.speech.polly.PollyTextToSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engines that `PICKUP_ENGINES` names, in its order, and what they hold open. Not thread-safe.
final class CloudEngines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloudEngines.class);
    private static final Duration WORD = Duration.ofMillis(15);

    private final MediaEnvironment environment;
    private final CloudClients clients;
    private final MediaCounters counters;
    private final PhraseCache phrases;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final ScriptedSpeech scripted = new ScriptedSpeech();
    private Optional<OfflineSpeech> offline = Optional.empty();

    /// @param counters in which engines count what they meet
    /// @param phrases  where the sound of what is said often is kept
    CloudEngines(MediaEnvironment environment, CloudClients clients, MediaCounters counters, PhraseCache phrases) {
        this.environment = environment;
        this.clients = clients;
        this.counters = counters;
        this.phrases = phrases;
    }

    /// @throws IllegalStateException one of them cannot run here
    Engines engines() {
        EnginesChoice choice = environment.engines();
        boolean hearsScripts = choice.speechToText().contains(EnginesChoice.Speech.SCRIPTED);
        Engines engines = new Engines(
                hearsScripts ? scripted.voiceActivity() : offline().voiceActivity(),
                new FailoverSpeechToText(
                        choice.speechToText().stream().map(this::speechToText).toList(), System::nanoTime),
                new FailoverLanguageModel(models(choice.model()), environment.patience(), System::nanoTime),
                new FailoverTextToSpeech(
                        choice.textToSpeech().stream().map(this::voice).toList(), System::nanoTime));
        return engines.withEndOfTurn(hearsScripts ? Optional.empty() : SmartTurn.in(models()));
    }

    private Path models() {
        return Path.of(environment.dataFolder().orElse("/opt/pickup")).resolve("models");
    }

    private SpeechToText speechToText(EnginesChoice.Speech engine) {
        return switch (engine) {
            case OFFLINE -> offline().speechToText();
            case SCRIPTED -> scripted.speechToText();
            case AWS ->
                closing(new TranscribeSpeechToText(
                        clients.streaming("TRANSCRIBE_STREAMING"),
                        TranscribeSettings.usual().withMostStreams(environment.transcribeStreams()),
                        FrameClock::nanos,
                        counters::add));
        };
    }

    private TextToSpeech voice(EnginesChoice.Speech engine) {
        return switch (engine) {
            case OFFLINE -> offline().textToSpeech();
            case SCRIPTED -> scripted.textToSpeech();
            case AWS ->
                new KeptPhrases(
                        closing(new PollyTextToSpeech(
                                clients.streaming("POLLY"), environment.polly(), FrameClock::nanos, counters::add)),
                        phrases);
        };
    }

    private List<LanguageModel> models(List<EnginesChoice.Model> order) {
        EnginesChoice.Model unnamed =
                environment.openAi().isPresent() ? EnginesChoice.Model.OPENAI : EnginesChoice.Model.OFFLINE;
        return (order.isEmpty() ? List.of(unnamed) : order)
                .stream().map(this::model).toList();
    }

    private LanguageModel model(EnginesChoice.Model engine) {
        return switch (engine) {
            case OFFLINE -> new OfflineReceptionist(WORD);
            case OPENAI -> openAi(environment.openAi().orElseThrow());
            case AWS -> new BedrockModel(closing(clients.bedrock()).get(), environment.bedrock());
        };
    }

    private static LanguageModel openAi(MediaEnvironment.OpenAi endpoint) {
        return new OpenAiCompatibleModel(endpoint.baseUrl(), endpoint.key(), endpoint.model(), ModelTimeouts.USUAL);
    }

    private OfflineSpeech offline() {
        if (offline.isEmpty()) {
            try {
                offline = Optional.of(OfflineSpeech.load(models()));
            } catch (ModelFilesException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
        return offline.get();
    }

    private <T extends AutoCloseable> T closing(T engine) {
        opened.push(engine);
        return engine;
    }

    @Override
    public void close() {
        for (AutoCloseable engine : opened) {
            try {
                engine.close();
            } catch (Exception e) {
                LOG.warn("engine-not-closed: {}", e.getClass().getSimpleName());
            }
        }
        offline.ifPresent(OfflineSpeech::close);
    }
}
