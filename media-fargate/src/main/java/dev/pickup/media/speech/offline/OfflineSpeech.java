package dev.pickup.media.speech.offline;

import ai.onnxruntime.OrtException;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.models.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The offline engines, loaded once and shared by all calls.
public final class OfflineSpeech implements AutoCloseable {
    /// As many as the cores that we plan for; each decode and each synthesis keeps one core busy.
    private static final int DECODERS = 2;
    private static final int SPEAKERS = 2;
    /// Synthesis at once: the speakers', and a simulated caller's.
    private static final int FLITE_RUNS = 3;

    private final SileroVoiceActivity silero;
    private final Moonshine base;
    private final Moonshine tiny;
    private final EngineWorkers decoders = new EngineWorkers("offline-decoder", DECODERS);
    private final EngineWorkers speakers = new EngineWorkers("offline-speaker", SPEAKERS);
    private final Degradation degradation = new Degradation();
    private final Voices voices;
    private final OfflineSpeechToText speechToText;
    private final OfflineTextToSpeech textToSpeech;
    private final VoiceWarmUp warmUp;

    private OfflineSpeech(ModelFiles files) throws OrtException, IOException {
        voices = new Voices(files, FLITE_RUNS, System::nanoTime);
        silero = new SileroVoiceActivity(files.silero());
        base = new Moonshine("moonshine-base", Moonshine.Shape.BASE, files.moonshineBase(), DECODERS);
        tiny = new Moonshine("moonshine-tiny", Moonshine.Shape.TINY, files.moonshineTiny(), DECODERS);
        speechToText = new OfflineSpeechToText(base, tiny, decoders, degradation);
        textToSpeech = new OfflineTextToSpeech(voices, speakers, degradation);
        warmUp = new VoiceWarmUp(voices);
    }

    /// Loads all engines from `modelsDir`; takes 2 to 4 s. The agent's voice then warms up in the background:
    /// until it is warm a quicker one stands in.
    ///
    /// @throws dev.pickup.media.speech.models.ModelFilesException a file is missing or damaged; says which and
    /// what to do
    public static OfflineSpeech load(Path modelsDir) {
        ModelFiles files = ModelFiles.find(modelsDir);
        try {
            OfflineSpeech speech = new OfflineSpeech(files);
            speech.warmUp.start();
            return speech;
        } catch (OrtException | IOException e) {
            throw new IllegalStateException(
                    "The speech models in " + modelsDir + " could not be loaded: " + e.getMessage(), e);
        }
    }

    /// Voice activity alone, for a task whose other engines are elsewhere; takes 0.3 s. Its memory goes with the
    /// process.
    ///
    /// @throws dev.pickup.media.speech.models.ModelFilesException a file is missing or damaged; says which and
    /// what to do
    public static VoiceActivity loadVoiceActivity(Path modelsDir) {
        try {
            return new SileroVoiceActivity(ModelFiles.find(modelsDir).silero());
        } catch (OrtException e) {
            throw new IllegalStateException("Silero in " + modelsDir + " could not be loaded: " + e.getMessage(), e);
        }
    }

    public VoiceActivity voiceActivity() {
        return silero;
    }

    public SpeechToText speechToText() {
        return speechToText;
    }

    public TextToSpeech textToSpeech() {
        return textToSpeech;
    }

    /// For simulated callers.
    public OfflineCallerVoice callerVoice() {
        return new OfflineCallerVoice(voices, warmUp);
    }

    /// What was left out under load.
    public Degradation degradation() {
        return degradation;
    }

    /// Has `clauses`, as they will be given to an utterance, made in the background, so that they come at once.
    public void prepare(List<String> clauses) {
        warmUp.prepare(clauses);
    }

    /// Waits until the agent's voice is warm and has made what [#prepare] was told before, at most `limit`; false when
    /// it is not by then.
    public boolean awaitWarm(Duration limit) throws InterruptedException {
        return warmUp.await(limit);
    }

    /// Ends the engines' threads. Calls must have ended; the models' memory goes with the process.
    @Override
    public void close() {
        warmUp.close();
        decoders.close();
        speakers.close();
    }
}
