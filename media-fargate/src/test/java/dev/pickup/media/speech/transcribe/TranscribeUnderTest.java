package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.CallerOnPaper;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.aws.Simulated;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The real client and the simulated service that it speaks with, for callers who talk eight times as fast as people.
final class TranscribeUnderTest implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final SpeechToText.Settings ENGLISH = new SpeechToText.Settings("en-US", List.of());
    static final double PACE = 8;
    private static final Duration NEVER = Duration.ofHours(1);

    private final Closing closing;
    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private TranscribeSimulator service;
    private TranscribeSpeechToText engine;

    TranscribeUnderTest(Closing closing) {
        this.closing = closing;
        this.service = start(ServiceTerms.prompt().withMostStreams(200));
        this.engine = engine(patient());
    }

    TranscribeSimulator service() {
        return service;
    }

    TranscribeSpeechToText engine() {
        return engine;
    }

    /// What the client counted, by name.
    Map<String, Long> counts() {
        return counts;
    }

    short[] speak(String text) {
        return speech.callerSays(text);
    }

    CallerOnPaper caller(SpeechToText.Settings settings) {
        return new CallerOnPaper(engine, settings, PACE);
    }

    /// Another service, and another client with it.
    void restart(ServiceTerms terms, TranscribeSettings settings) {
        close();
        service = start(terms);
        engine = engine(settings);
    }

    @Override
    public void close() {
        closing.close(engine, service);
    }

    /// Nothing is given up before the test is.
    static TranscribeSettings patient() {
        return TranscribeSettingsBuilder.builder(TranscribeSettings.usual())
                .mostStreams(200)
                .answer(Duration.ofSeconds(30))
                .stall(NEVER)
                .late(NEVER)
                .lastWords(Duration.ofSeconds(12))
                .build();
    }

    private static TranscribeSimulator start(ServiceTerms terms) {
        return TranscribeSimulator.start(terms, new CodedWordRecognizer());
    }

    private TranscribeSpeechToText engine(TranscribeSettings settings) {
        return new TranscribeSpeechToText(
                Simulated.at(service.endpoint()),
                settings,
                System::nanoTime,
                (name, amount) -> counts.merge(name, amount, Long::sum));
    }
}
