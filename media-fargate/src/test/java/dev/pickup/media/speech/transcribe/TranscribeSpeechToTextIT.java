package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.listening.CallerOnPaper;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToTextContract;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.aws.Simulated;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.StreamReport;
import dev.pickup.simulators.transcribe.TranscribeFault;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The real client against the simulated service, with callers that talk ten times as fast as people: what
/// counts here is what is said. Watching for stalls, which counts in audio, is left to [TranscribeFaultsIT], at
/// the speed of life.
class TranscribeSpeechToTextIT extends SpeechToTextContract {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final SpeechToText.Settings ENGLISH = new SpeechToText.Settings("en-US", List.of());
    private static final Closing CLOSING = new Closing();
    private static final Duration NEVER = Duration.ofHours(1);

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private TranscribeSimulator service =
            TranscribeSimulator.start(ServiceTerms.prompt().withMostStreams(200), new CodedWordRecognizer());
    private TranscribeSpeechToText engine = engine(patient());

    @AfterEach
    void close() {
        CLOSING.close(engine, service);
    }

    @AfterAll
    static void awaitClosed() {
        CLOSING.await();
    }

    @Override
    protected SpeechToText engine() {
        return engine;
    }

    @Override
    protected short[] speak(String text) {
        return speech.callerSays(text);
    }

    @Override
    protected double pace() {
        return 8;
    }

    /// What is said before that is kept for a few seconds only, which callers here fill in no time.
    @Override
    protected void awaitListening(int callers) {
        await().atMost(LIMIT).until(() -> service.streams().size() >= callers);
    }

    @Test
    void audioGoesInEqualPiecesOf100MsThatAreSignedAndFramed() {
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            caller.says(speak("what are your opening hours")).silence(1_000);
            await().atMost(LIMIT).until(() -> !caller.finals().isEmpty());
        }
        await().atMost(LIMIT).until(() -> service.streams().getFirst().ended());

        StreamReport report = service.streams().getFirst();
        assertThat(report.chunkBytes()).isNotEmpty().containsOnly(3_200);
        assertThat(report.complaints()).isEmpty();
        assertThat(report.parameters().stability()).isEqualTo("high");
        assertThat(report.parameters().language()).isEqualTo("en-US");
        assertThat(report.parameters().sampleRateHz()).isEqualTo(16_000);
        assertThat(service.refused()).isZero();
    }

    @Test
    void theStreamIsOpenBeforeTheFirstAudio() {
        try (CallerOnPaper _ = new CallerOnPaper(engine, ENGLISH, pace())) {
            await().atMost(LIMIT).until(() -> service.live() == 1);

            assertThat(service.streams().getFirst().audioMs()).isZero();
        }
    }

    @Test
    void aMultilingualAgentHasTheLanguageIdentified() {
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US"), false);
        try (CallerOnPaper _ = new CallerOnPaper(engine, settings, pace())) {
            await().atMost(LIMIT).until(() -> service.live() == 1);
        }

        assertThat(service.streams().getFirst().parameters().options()).containsExactly("en-US", "es-US");
        assertThat(service.streams().getFirst().parameters().language()).isEqualTo("en-US");
        assertThat(service.streams().getFirst().parameters().several())
                .as("the dominant one")
                .isFalse();
    }

    @Test
    void aTranscriptSaysTheLanguageOnceTheServiceIsSureOfIt() {
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US", "fr-FR"), false);
        try (CallerOnPaper caller = new CallerOnPaper(engine, settings, pace())) {
            caller.says(speak("¿a qué hora abren el lunes?")).turnEnds();
            await().atMost(LIMIT).until(() -> !caller.silence(500).finals().isEmpty());

            assertThat(caller.transcripts().getFirst().language())
                    .as("a word is not enough")
                    .isEmpty();
            assertThat(caller.transcripts().getLast().language()).contains("es-US");
        }
    }

    @Test
    void aStreamThatReplacesAnotherPrefersTheLanguageThatWasSpoken() {
        service.faults().next(1, new TranscribeFault.EndEarly(), Duration.ofSeconds(6));
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US"), false);
        try (CallerOnPaper caller = new CallerOnPaper(engine, settings, pace())) {
            caller.says(speak("¿a qué hora abren el lunes?")).turnEnds();
            await().atMost(LIMIT)
                    .until(() -> caller.silence(500).transcripts().stream()
                            .anyMatch(transcript -> transcript.language().isPresent()));
            await().atMost(LIMIT).until(() -> {
                caller.silence(500);
                return service.streams().size() == 2;
            });
        }

        assertThat(service.streams())
                .extracting(stream -> stream.parameters().language())
                .containsExactly("en-US", "es-US");
    }

    @Test
    void aTranscriptInTheOnlyLanguageSaysNone() {
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            caller.says(speak("what are your opening hours on Monday")).turnEnds();
            await().atMost(LIMIT).until(() -> !caller.silence(500).finals().isEmpty());

            assertThat(caller.transcripts())
                    .allSatisfy(transcript -> assertThat(transcript.language()).isEmpty());
        }
    }

    @Test
    void redactionIsAskedForAndGoesBeforeOtherLanguages() {
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US"), true);
        try (CallerOnPaper caller = new CallerOnPaper(engine, settings, pace())) {
            caller.says(speak("my card is 4111")).turnEnds();
            await().atMost(LIMIT).until(() -> !caller.silence(500).finals().isEmpty());

            assertThat(caller.transcripts())
                    .as("partial results are not redacted")
                    .doesNotHaveAnyElementsOfTypes(SpeechToText.Transcript.Interim.class);
            assertThat(caller.finals()).containsExactly("my card is [PII]");
            assertThat(caller.stream().billableSecondsBy(engine.name()))
                    .containsOnlyKeys("amazon-transcribe/streaming-redacted");
        }
        assertThat(service.streams().getFirst().parameters().redactsPii()).isTrue();
        assertThat(service.streams().getFirst().parameters().identifiesLanguage())
                .isFalse();
    }

    @Test
    void anAgentsVocabularyIsUsed() {
        restart(
                ServiceTerms.prompt().withVocabularies(Set.of("clinic-words")),
                patient().withVocabulary(_ -> Optional.of("clinic-words")));
        try (CallerOnPaper _ = new CallerOnPaper(engine, ENGLISH, pace())) {
            await().atMost(LIMIT).until(() -> service.live() == 1);
        }

        assertThat(service.streams().getFirst().parameters().vocabulary()).contains("clinic-words");
    }

    @Test
    void aVocabularyThatIsNotThereIsDoneWithout() {
        restart(ServiceTerms.prompt(), patient().withVocabulary(_ -> Optional.of("gone")));
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            caller.says(speak("do you have parking")).silence(800);

            await().atMost(LIMIT).until(() -> caller.finals().contains("do you have parking"));
        }
        assertThat(counts).containsEntry("transcribe-vocabulary-missing", 1L);
    }

    @Test
    void onHoldSilenceKeepsTheStreamOpenAndTakesNoTimeOfTheLeg() {
        restart(ServiceTerms.prompt().withSilenceLimit(Duration.ofSeconds(3)), patient());
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            caller.says(speak("one moment please")).turnEnds();
            long heldFromMs = caller.fedMs();
            await().atMost(LIMIT).until(() -> counts.getOrDefault("transcribe-filled-ms", 0L) >= 3_500);
            caller.says(speak("here I am again")).silence(1_500);

            await().atMost(LIMIT).until(() -> caller.finals().contains("here I am again"));
            assertThat(caller.transcripts().getLast().startMs()).isBetween(heldFromMs, heldFromMs + 800);
        }
        assertThat(service.streams()).as("the same stream").hasSize(1);
    }

    @Test
    void legsBeyondTheAccountsQuotaAreToldSoSoon() {
        restart(ServiceTerms.prompt().withMostStreams(2), patient().withMostStreams(2));
        try (CallerOnPaper _ = new CallerOnPaper(engine, ENGLISH, pace());
                CallerOnPaper _ = new CallerOnPaper(engine, ENGLISH, pace())) {
            await().atMost(LIMIT).until(() -> service.live() == 2);
            try (CallerOnPaper third = new CallerOnPaper(engine, ENGLISH, pace())) {
                await().atMost(LIMIT).until(() -> !third.faults().isEmpty());

                assertThat(third.faults().getFirst().code()).isEqualTo("engine-overloaded");
                assertThat(third.faults().getFirst().worthRepeating()).isTrue();
            }
        }
        assertThat(counts).containsEntry("transcribe-places-full", 1L);
        assertThat(service.refused()).as("the service is not even asked").isZero();
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(engine.places().availablePermits()).isEqualTo(2));
    }

    @Test
    void aThrottledLegComesBackAndLosesNoWord() {
        service.faults().next(2, new TranscribeFault.Refuse(429, "LimitExceededException"), Duration.ZERO);
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, 2)) {
            caller.says(speak("I would like an appointment")).silence(1_000);

            await().atMost(LIMIT).until(() -> caller.finals().contains("I would like an appointment"));
        }
        assertThat(counts).containsEntry("transcribe-throttled", 2L);
    }

    @Test
    void whatIsRefusedForGoodFailsAtOnce() {
        service.faults().next(1, new TranscribeFault.Refuse(403, "AccessDeniedException"), Duration.ZERO);
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            await().atMost(LIMIT).until(() -> !caller.faults().isEmpty());

            assertThat(caller.faults().getFirst().code()).isEqualTo("engine-refused");
            assertThat(caller.faults().getFirst().worthRepeating()).isFalse();
        }
        assertThat(counts).containsEntry("transcribe-streams", 1L);
    }

    @Test
    void aServiceThatIsDownIsGivenUpAfterAFewStreams() {
        service.faults().next(9, new TranscribeFault.Refuse(503, "ServiceUnavailableException"), Duration.ZERO);
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            await().atMost(LIMIT).until(() -> !caller.faults().isEmpty());

            assertThat(caller.faults().getFirst().code()).isEqualTo("stream-lost");
        }
        assertThat(counts).containsEntry("transcribe-streams", 5L);
    }

    @Test
    void eachStreamThatWasAcceptedCosts15SecondsAtLeast() {
        service.faults().next(1, new TranscribeFault.EndEarly(), Duration.ofMillis(500));
        try (CallerOnPaper caller = new CallerOnPaper(engine, ENGLISH, pace())) {
            caller.silence(2_000);

            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(caller.stream().billableSeconds()).isEqualTo(30.0));
        }
    }

    private void restart(ServiceTerms terms, TranscribeSettings settings) {
        close();
        service = TranscribeSimulator.start(terms, new CodedWordRecognizer());
        engine = engine(settings);
    }

    private TranscribeSpeechToText engine(TranscribeSettings settings) {
        return new TranscribeSpeechToText(
                Simulated.at(service.endpoint()),
                settings,
                System::nanoTime,
                (name, amount) -> counts.merge(name, amount, Long::sum));
    }

    private static TranscribeSettings patient() {
        return TranscribeSettingsBuilder.builder(TranscribeSettings.usual())
                .mostStreams(200)
                .answer(Duration.ofSeconds(30))
                .stall(NEVER)
                .late(NEVER)
                .lastWords(Duration.ofSeconds(12))
                .build();
    }
}
