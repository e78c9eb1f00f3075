package dev.pickup.local.stack;

import dev.pickup.local.stack.StackException.Code;
import dev.pickup.media.EnginesChoice;
import dev.pickup.media.failover.FailoverSpeechToText;
import dev.pickup.media.failover.FailoverTextToSpeech;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.FolderPhraseCache;
import dev.pickup.media.speech.KeptPhrases;
import dev.pickup.media.speech.models.ModelFilesException;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.caller.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The engines that hear and speak, and the voice of simulated callers that they understand.
///
/// @param models what the offline engines hold in memory; empty when nothing is offline
/// @param opened clients, and services that are simulated
record Speech(
        VoiceActivity voiceActivity,
        SpeechToText speechToText,
        TextToSpeech textToSpeech,
        CallerVoice callerVoice,
        Optional<OfflineSpeech> models,
        Closer opened)
        implements AutoCloseable {
    /// Chosen: a quiet two-core machine needs about 8 s of it.
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(15);

    static Speech load(StackSettings settings) {
        EnginesChoice choice = settings.engines();
        ScriptedSpeech scripted = new ScriptedSpeech();
        boolean hearsScripts = choice.speechToText().contains(EnginesChoice.Speech.SCRIPTED);
        boolean speaksScripts = choice.textToSpeech().contains(EnginesChoice.Speech.SCRIPTED);
        Optional<OfflineSpeech> offline =
                hearsScripts && speaksScripts ? Optional.empty() : Optional.of(offline(settings));
        Supplier<OfflineSpeech> loaded = offline::orElseThrow;
        VoiceActivity activity =
                hearsScripts ? scripted.voiceActivity() : loaded.get().voiceActivity();
        SpeechToText ears =
                hearsScripts ? scripted.speechToText() : loaded.get().speechToText();
        TextToSpeech voice =
                speaksScripts ? scripted.textToSpeech() : loaded.get().textToSpeech();
        Closer opened = new Closer();
        AwsSpeech aws = new AwsSpeech(settings.aws(), opened);
        return new Speech(
                activity,
                inOrder(
                        choice.speechToText(),
                        ears,
                        own -> aws.speechToText(own, activity),
                        all -> new FailoverSpeechToText(all, System::nanoTime)),
                inOrder(
                        choice.textToSpeech(),
                        voice,
                        own -> kept(aws.voice(own), settings),
                        all -> new FailoverTextToSpeech(all, System::nanoTime)),
                hearsScripts
                        ? text -> Pcm.of(scripted.callerSays(text))
                        : text -> Pcm.of(loaded.get().callerVoice().speak(text)),
                offline,
                opened);
    }

    /// As a media task in the cloud has them: the first that works, and the journal says which.
    ///
    /// @param together makes one engine of several
    private static <E> E inOrder(
            List<EnginesChoice.Speech> order, E own, UnaryOperator<E> aws, Function<List<E>, E> together) {
        return isPlain(order)
                ? own
                : together.apply(order.stream()
                        .map(engine -> engine == EnginesChoice.Speech.AWS ? aws.apply(own) : own)
                        .toList());
    }

    private static boolean isPlain(List<EnginesChoice.Speech> order) {
        return order.size() == 1 && order.getFirst() != EnginesChoice.Speech.AWS;
    }

    private static TextToSpeech kept(TextToSpeech voice, StackSettings settings) {
        return new KeptPhrases(
                voice, new FolderPhraseCache(settings.dataFolder().resolve("state/phrases")));
    }

    private static OfflineSpeech offline(StackSettings settings) {
        try {
            return OfflineSpeech.load(settings.modelsFolder());
        } catch (ModelFilesException e) {
            throw new StackException(Code.MODELS_MISSING, String.valueOf(e.getMessage()), e);
        }
    }

    /// Has known first words made beforehand; nothing to do for engines that need no preparation.
    void prepare(List<String> clauses) {
        models.ifPresent(offline -> offline.prepare(clauses));
    }

    /// The first call should find a voice that is quick; a slow machine starts without.
    void awaitWarm() {
        try {
            if (models.isPresent()) {
                boolean _ = models.get().awaitWarm(LONGEST_WARM_UP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        opened.close();
        models.ifPresent(OfflineSpeech::close);
    }
}
