package dev.pickup.media.speech.transcribe;

import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.ENGLISH;
import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.LIMIT;
import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.PACE;
import static dev.pickup.media.speech.transcribe.TranscribeUnderTest.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.listening.CallerOnPaper;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToTextContract;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.StreamReport;
import dev.pickup.simulators.transcribe.TranscribeFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The real client against the simulated service, with callers that talk eight times as fast as people: what
/// counts here is what is said. Watching for stalls, which counts in audio, is left to [TranscribeFaultsIT], at
/// the speed of life.
class TranscribeSpeechToTextIT extends SpeechToTextContract {
    private static final Closing CLOSING = new Closing();

    @AutoClose
    private final TranscribeUnderTest transcribe = new TranscribeUnderTest(CLOSING);

    @AfterAll
    static void awaitClosed() {
        CLOSING.await();
    }

    @Override
    protected SpeechToText engine() {
        return transcribe.engine();
    }

    @Override
    protected short[] speak(String text) {
        return transcribe.speak(text);
    }

    @Override
    protected double pace() {
        return PACE;
    }

    /// What is said before that is kept for a few seconds only, which callers here fill in no time.
    @Override
    protected void awaitListening(int callers) {
        await().atMost(LIMIT).until(() -> transcribe.service().streams().size() >= callers);
    }

    @Test
    void audioGoesInEqualPiecesOf100MsThatAreSignedAndFramed() {
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            caller.says(transcribe.speak("what are your opening hours")).silence(1_000);
            await().atMost(LIMIT).until(() -> !caller.finals().isEmpty());
        }
        await().atMost(LIMIT)
                .until(() -> transcribe.service().streams().getFirst().ended());

        StreamReport report = transcribe.service().streams().getFirst();
        assertThat(report.chunkBytes()).isNotEmpty().containsOnly(3_200);
        assertThat(report.complaints()).isEmpty();
        assertThat(report.parameters().stability()).isEqualTo("high");
        assertThat(report.parameters().language()).isEqualTo("en-US");
        assertThat(report.parameters().sampleRateHz()).isEqualTo(16_000);
        assertThat(transcribe.service().refused()).isZero();
    }

    @Test
    void theStreamIsOpenBeforeTheFirstAudio() {
        try (CallerOnPaper _ = transcribe.caller(ENGLISH)) {
            await().atMost(LIMIT).until(() -> transcribe.service().live() == 1);

            assertThat(transcribe.service().streams().getFirst().audioMs()).isZero();
        }
    }

    @Test
    void onHoldSilenceKeepsTheStreamOpenAndTakesNoTimeOfTheLeg() {
        transcribe.restart(ServiceTerms.prompt().withSilenceLimit(Duration.ofSeconds(3)), patient());
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            caller.says(transcribe.speak("one moment please")).turnEnds();
            long heldFromMs = caller.fedMs();
            await().atMost(LIMIT).until(() -> transcribe.counts().getOrDefault("transcribe-filled-ms", 0L) >= 3_500);
            caller.says(transcribe.speak("here I am again")).silence(1_500);

            await().atMost(LIMIT).until(() -> caller.finals().contains("here I am again"));
            assertThat(caller.transcripts().getLast().startMs()).isBetween(heldFromMs, heldFromMs + 800);
        }
        assertThat(transcribe.service().streams()).as("the same stream").hasSize(1);
    }

    @Test
    void legsBeyondTheAccountsQuotaAreToldSoSoon() {
        transcribe.restart(ServiceTerms.prompt().withMostStreams(2), patient().withMostStreams(2));
        try (CallerOnPaper _ = transcribe.caller(ENGLISH);
                CallerOnPaper _ = transcribe.caller(ENGLISH)) {
            await().atMost(LIMIT).until(() -> transcribe.service().live() == 2);
            try (CallerOnPaper third = transcribe.caller(ENGLISH)) {
                await().atMost(LIMIT).until(() -> !third.faults().isEmpty());

                assertThat(third.faults().getFirst().code()).isEqualTo("engine-overloaded");
            }
        }
        assertThat(transcribe.counts()).containsEntry("transcribe-places-full", 1L);
        assertThat(transcribe.service().refused())
                .as("the service is not even asked")
                .isZero();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(transcribe.engine().places().availablePermits())
                        .isEqualTo(2));
    }

    @Test
    void aThrottledLegComesBackAndLosesNoWord() {
        transcribe.service().faults().next(2, new TranscribeFault.Refuse(429, "LimitExceededException"), Duration.ZERO);
        try (CallerOnPaper caller = new CallerOnPaper(transcribe.engine(), ENGLISH, 2)) {
            caller.says(transcribe.speak("I would like an appointment")).silence(1_000);

            await().atMost(LIMIT).until(() -> caller.finals().contains("I would like an appointment"));
        }
        assertThat(transcribe.counts()).containsEntry("transcribe-throttled", 2L);
    }

    @Test
    void whatIsRefusedForGoodFailsAtOnce() {
        transcribe.service().faults().next(1, new TranscribeFault.Refuse(403, "AccessDeniedException"), Duration.ZERO);
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            await().atMost(LIMIT).until(() -> !caller.faults().isEmpty());

            assertThat(caller.faults().getFirst().code()).isEqualTo("engine-refused");
        }
        assertThat(transcribe.counts()).containsEntry("transcribe-streams", 1L);
    }

    @Test
    void aServiceThatIsDownIsGivenUpAfterAFewStreams() {
        transcribe
                .service()
                .faults()
                .next(9, new TranscribeFault.Refuse(503, "ServiceUnavailableException"), Duration.ZERO);
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            await().atMost(LIMIT).until(() -> !caller.faults().isEmpty());

            assertThat(caller.faults().getFirst().code()).isEqualTo("stream-lost");
        }
        assertThat(transcribe.counts()).containsEntry("transcribe-streams", 5L);
    }

    @Test
    void eachStreamThatWasAcceptedCosts15SecondsAtLeast() {
        transcribe.service().faults().next(1, new TranscribeFault.EndEarly(), Duration.ofMillis(500));
        try (CallerOnPaper caller = transcribe.caller(ENGLISH)) {
            caller.silence(2_000);

            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(caller.stream().billableSeconds()).isEqualTo(30.0));
        }
    }
}
