package dev.pickup.local.stack;

import dev.pickup.local.stack.StackException.Code;
import dev.pickup.media.EnginesChoice;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.models.ModelFilesException;
import dev.pickup.media.speech.offline.OfflineSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.caller.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The engines that hear and speak, and the voice of simulated callers that they understand.
///
/// @param models what the offline engines hold in memory; empty when nothing is offline
record Speech(
        VoiceActivity voiceActivity,
        SpeechToText speechToText,
        TextToSpeech textToSpeech,
        CallerVoice callerVoice,
        Optional<OfflineSpeech> models)
        implements AutoCloseable {
    /// Chosen: a quiet two-core machine needs about 8 s of it.
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(15);

    static Speech load(StackSettings settings) {
        EnginesChoice choice = settings.engines();
        ScriptedSpeech scripted = new ScriptedSpeech();
        boolean hearsScripts = choice.speechToText().contains(EnginesChoice.Speech.SCRIPTED);
        boolean speaksScripts = choice.textToSpeech().contains(EnginesChoice.Speech.SCRIPTED);
        if (hearsScripts && speaksScripts) {
            return new Speech(
                    scripted.voiceActivity(),
                    scripted.speechToText(),
                    scripted.textToSpeech(),
                    text -> Pcm.of(scripted.callerSays(text)),
                    Optional.empty());
        }
        OfflineSpeech offline = offline(settings);
        return new Speech(
                hearsScripts ? scripted.voiceActivity() : offline.voiceActivity(),
                hearsScripts ? scripted.speechToText() : offline.speechToText(),
                speaksScripts ? scripted.textToSpeech() : offline.textToSpeech(),
                hearsScripts
                        ? text -> Pcm.of(scripted.callerSays(text))
                        : text -> Pcm.of(offline.callerVoice().speak(text)),
                Optional.of(offline));
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
        models.ifPresent(OfflineSpeech::close);
    }
}
