package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.listening.CallerOnPaper;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.aws.Simulated;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.eventstream.Latency;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TranscribeFault;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Twenty callers at once, at the speed of life, each with a stream that breaks in the middle of a sentence, in
/// every way there is: each word of each of them is heard once.
class TranscribeFaultsIT {
    private static final int CALLERS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> SENTENCES = List.of(
            "hello I would like to make an appointment for my daughter please",
            "she has a fever since yesterday evening and cannot sleep well",
            "would tomorrow at half past nine still be possible");
    private static final List<TranscribeFault> FAULTS = List.of(
            new TranscribeFault.ExceptionEvent("InternalFailureException"),
            new TranscribeFault.ExceptionEvent("ServiceUnavailableException"),
            new TranscribeFault.Reset(),
            new TranscribeFault.EndEarly(),
            new TranscribeFault.FallSilent(),
            new TranscribeFault.CloseConnection(),
            new TranscribeFault.StopReading(),
            new TranscribeFault.Slow(Duration.ofMillis(500)),
            new TranscribeFault.Repeat(),
            new TranscribeFault.Disorder());

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Test
    void noWordIsLostAndNoneIsHeardTwice() throws Exception {
        ServiceTerms terms = ServiceTerms.published()
                .withMostStreams(3 * CALLERS)
                .withLatencies(Latency.ofMillis(200, 400), Latency.ofMillis(700, 1_000));
        try (TranscribeSimulator service = TranscribeSimulator.start(terms, new CodedWordRecognizer());
                TranscribeSpeechToText engine = new TranscribeSpeechToText(
                        Simulated.at(service.endpoint()),
                        patient(),
                        System::nanoTime,
                        (name, amount) -> counts.merge(name, amount, Long::sum));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                service.faults().next(1, FAULTS.get(i % FAULTS.size()), Duration.ofMillis(2_000 + 37L * i));
            }
            List<Future<Long>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(() -> call(engine)));
            }
            List<Long> waitedMs = new ArrayList<>();
            for (Future<Long> call : calls) {
                waitedMs.add(call.get());
            }

            assertThat(waitedMs)
                    .as("until the last words of a sentence are known")
                    .allMatch(ms -> ms < 20_000);
            assertThat(service.streams()).allMatch(stream -> stream.complaints().isEmpty());
            assertThat(counts.get("transcribe-reconnects")).isGreaterThanOrEqualTo(10L);
            System.out.printf("faults: %s, longest wait for a sentence's last words by call: %s%n", counts, waitedMs);
        }
    }

    /// One stream answers too late for anybody to wait, the other at once; nothing is given up by a stall.
    @Test
    void aStreamThatIsLateLosesToASecondOneThatHearsTheSame() throws Exception {
        ServiceTerms terms = ServiceTerms.published().withLatencies(Latency.ofMillis(200, 400), Latency.NONE);
        TranscribeSettings settings = TranscribeSettingsBuilder.builder(patient())
                .stall(Duration.ofHours(1))
                .build();
        try (TranscribeSimulator service = TranscribeSimulator.start(terms, new CodedWordRecognizer());
                TranscribeSpeechToText engine = new TranscribeSpeechToText(
                        Simulated.at(service.endpoint()),
                        settings,
                        System::nanoTime,
                        (name, amount) -> counts.merge(name, amount, Long::sum))) {
            service.faults().next(1, new TranscribeFault.Slow(Duration.ofMinutes(2)), Duration.ofMillis(1_500));
            long _ = call(engine);

            assertThat(counts).containsEntry("transcribe-spares-won", 1L).doesNotContainKey("transcribe-reconnects");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(service.live()).isZero());
        }
    }

    /// A service that is slow to accept a stream is none of the faults here, and a busy machine makes it one.
    private static TranscribeSettings patient() {
        return TranscribeSettingsBuilder.builder(TranscribeSettings.usual())
                .mostStreams(3 * CALLERS)
                .waitForPlace(Duration.ofSeconds(10))
                .answer(Duration.ofSeconds(10))
                .build();
    }

    /// Returns the longest wait for the last words of a sentence, in ms of the caller's audio.
    private long call(TranscribeSpeechToText engine) {
        long longestMs = 0;
        try (CallerOnPaper caller = new CallerOnPaper(engine, new SpeechToText.Settings("en-US", List.of()), 1)) {
            for (int i = 0; i < SENTENCES.size(); i++) {
                caller.says(speech.callerSays(SENTENCES.get(i)));
                String until = String.join(" ", SENTENCES.subList(0, i + 1));
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(
                                        String.join(" ", caller.silence(100).finals()))
                                .isEqualTo(until));
                longestMs = Math.max(longestMs, caller.fedMs() - caller.speechEndMs());
            }
            assertThat(caller.faults()).isEmpty();
        }
        return longestMs;
    }
}
