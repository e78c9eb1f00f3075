package dev.pickup.media.speech.transcribe;

import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.ENGLISH;
import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.LIMIT;
import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.listening.CallerOnPaper;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TranscribeFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What an agent may wish of the service: other languages, words to expect, what is left out.
class TranscribeWishesIT {
    private static final Closing CLOSING = new Closing();

    @AutoClose
    private final TranscribeUnderTest transcribe = new TranscribeUnderTest(CLOSING);

    @AfterAll
    static void awaitClosed() {
        CLOSING.await();
    }

    @Test
    void aMultilingualAgentHasTheLanguageIdentified() {
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US"), false);
        try (CallerOnPaper _ = transcribe.caller(settings)) {
            await().atMost(LIMIT).until(() -> transcribe.service().live() == 1);
        }

        assertThat(transcribe.service().streams().getFirst().parameters().options())
                .containsExactly("en-US", "es-US");
        assertThat(transcribe.service().streams().getFirst().parameters().language())
                .isEqualTo("en-US");
        assertThat(transcribe.service().streams().getFirst().parameters().several())
                .as("the dominant one")
                .isFalse();
    }

    @Test
    void aTranscriptSaysTheLanguageOnceTheServiceIsSureOfIt() {
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US", "fr-FR"), false);
        try (CallerOnPaper caller = transcribe.caller(settings)) {
            caller.says(transcribe.speak("¿a qué hora abren el lunes?")).turnEnds();
            await().atMost(LIMIT).until(() -> !caller.silence(500).finals().isEmpty());

            assertThat(caller.transcripts().getFirst().language())
                    .as("a word is not enough")
                    .isEmpty();
            assertThat(caller.transcripts().getLast().language()).contains("es-US");
        }
    }

    @Test
    void aStreamThatReplacesAnotherPrefersTheLanguageThatWasSpoken() {
        transcribe.service().faults().next(1, new TranscribeFault.EndEarly(), Duration.ofSeconds(6));
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US"), false);
        try (CallerOnPaper caller = transcribe.caller(settings)) {
            caller.says(transcribe.speak("¿a qué hora abren el lunes?")).turnEnds();
            await().atMost(LIMIT)
                    .until(() -> caller.silence(500).transcripts().stream()
                            .anyMatch(transcript -> transcript.language().isPresent()));
            await().atMost(LIMIT).until(() -> {
                caller.silence(500);
                return transcribe.service().streams().size() == 2;
            });
        }

        assertThat(transcribe.service().streams())
                .extracting(stream -> stream.parameters().language())
                .containsExactly("en-US", "es-US");
    }

    @Test
    void aTranscriptInTheOnlyLanguageSaysNone() {
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            caller.says(transcribe.speak("what are your opening hours on Monday"))
                    .turnEnds();
            await().atMost(LIMIT).until(() -> !caller.silence(500).finals().isEmpty());

            assertThat(caller.transcripts())
                    .allSatisfy(transcript -> assertThat(transcript.language()).isEmpty());
        }
    }

    @Test
    void redactionIsAskedForAndGoesBeforeOtherLanguages() {
        var settings = new SpeechToText.Settings("en-US", List.of(), List.of("es-US"), true);
        try (CallerOnPaper caller = transcribe.caller(settings)) {
            caller.says(transcribe.speak("my card is 4111")).turnEnds();
            await().atMost(LIMIT).until(() -> !caller.silence(500).finals().isEmpty());

            assertThat(caller.transcripts())
                    .as("partial results are not redacted")
                    .doesNotHaveAnyElementsOfTypes(SpeechToText.Transcript.Interim.class);
            assertThat(caller.finals()).containsExactly("my card is [PII]");
            assertThat(caller.stream().billableSecondsBy(transcribe.engine().name()))
                    .containsOnlyKeys("amazon-transcribe/streaming-redacted");
        }
        assertThat(transcribe.service().streams().getFirst().parameters().redactsPii())
                .isTrue();
        assertThat(transcribe.service().streams().getFirst().parameters().identifiesLanguage())
                .isFalse();
    }

    @Test
    void anAgentsVocabularyIsUsed() {
        transcribe.restart(
                ServiceTerms.prompt().withVocabularies(Set.of("clinic-words")),
                patient().withVocabulary(_ -> Optional.of("clinic-words")));
        try (CallerOnPaper _ = transcribe.caller(ENGLISH)) {
            await().atMost(LIMIT).until(() -> transcribe.service().live() == 1);
        }

        assertThat(transcribe.service().streams().getFirst().parameters().vocabulary())
                .contains("clinic-words");
    }

    @Test
    void aVocabularyThatIsNotThereIsDoneWithout() {
        transcribe.restart(ServiceTerms.prompt(), patient().withVocabulary(_ -> Optional.of("gone")));
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            caller.says(transcribe.speak("do you have parking")).silence(800);

            await().atMost(LIMIT).until(() -> caller.finals().contains("do you have parking"));
        }
        assertThat(transcribe.counts()).containsEntry("transcribe-vocabulary-missing", 1L);
    }
}
