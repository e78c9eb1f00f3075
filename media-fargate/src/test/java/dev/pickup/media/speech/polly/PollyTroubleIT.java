package dev.pickup.media.speech.polly;

import static dev.pickup.media.speech.polly.PollyUnderTest.LIMIT;
import static dev.pickup.media.speech.polly.PollyUnderTest.LIMIT_SECONDS;
import static dev.pickup.media.speech.polly.PollyUnderTest.REPLY;
import static dev.pickup.media.speech.polly.PollyUnderTest.racingAfter;
import static dev.pickup.media.speech.polly.PollyUnderTest.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.VoiceHeard;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.polly.PollyFault;
import dev.pickup.simulators.polly.ServiceTerms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A service that breaks, is late or refuses: what callers hear of it.
@Isolated("a voice that is slow to answer is given up")
class PollyTroubleIT {
    private static final Closing CLOSING = new Closing();

    @AutoClose
    private final PollyUnderTest polly = new PollyUnderTest(CLOSING);

    @AfterAll
    static void awaitClosed() {
        CLOSING.await();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("refused", new PollyFault.Refuse(500, "ServiceFailureException")),
                Arguments.of("throttled", new PollyFault.Refuse(400, "ThrottlingException")),
                Arguments.of("exception", new PollyFault.ExceptionEvent("ServiceFailureException")),
                Arguments.of("reset", new PollyFault.Reset()),
                Arguments.of("connection closed", new PollyFault.CloseConnection()),
                Arguments.of("ended early", new PollyFault.EndEarly()),
                Arguments.of("silent", new PollyFault.FallSilent()),
                Arguments.of("slow", new PollyFault.Slow(Duration.ofSeconds(1))));
    }

    /// In the middle of the second clause, in the speed of life: the rest is said without a hole of 3 s, each
    /// word once.
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aStreamThatBreaksIsGoneOnWithClauseByClause(String name, PollyFault fault) throws Exception {
        polly.service().streamFaults().next(1, fault, Duration.ofMillis(2_500));
        VoiceHeard heard = polly.say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(withoutRepeats(ScriptedSpeech.wordsIn(heard.sound()))).isEqualTo(String.join(" ", REPLY));
        assertThat(heard.clausesDone()).containsExactly(0, 1, 2, 3);
        assertThat(heard.longestGapMs()).isLessThan(3_000);
        await().atMost(LIMIT).until(() -> polly.service().live() == 0 || fault instanceof PollyFault.FallSilent);
    }

    @Test
    void aStreamThatIsLateWithItsFirstSoundLosesToARequest() throws Exception {
        polly.restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        polly.service().streamFaults().next(1, new PollyFault.FallSilent(), Duration.ZERO);
        VoiceHeard heard = polly.say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(heard.clausesDone()).containsExactly(0, 1, 2, 3);
        assertThat(polly.counts()).containsEntry("polly-races", 1L).containsEntry("polly-races-won", 1L);
        assertThat(polly.service().speeches()).hasSize(4);
        await().atMost(LIMIT).until(() -> polly.service().live() == 0);
    }

    @Test
    void aCallerWhoHasWaitedLongIsNotLetWaitAsLongAsOthersForAStream() throws Exception {
        polly.restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        polly.service().streamFaults().next(1, new PollyFault.FallSilent(), Duration.ZERO);
        polly.stopClock();
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = polly.engine().open(PollyUnderTest.AGENT, heard);
        utterance.awaited(Duration.ofSeconds(2));
        utterance.clause(0, "Yes, of course.");
        utterance.end();
        await().atMost(LIMIT)
                .until(() -> polly.service().streams().stream()
                        .anyMatch(stream -> !stream.texts().isEmpty()));
        polly.passes(Duration.ofMillis(540)); // others are given 840 ms
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(polly.counts()).containsEntry("polly-races-won", 1L);
    }

    @Test
    void aStreamThatIsLateAndYetFirstSpeaksOnAlone() throws Exception {
        polly.restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        polly.service().streamFaults().next(1, new PollyFault.Slow(Duration.ofSeconds(3)), Duration.ZERO);
        polly.service().speechFaults().next(1, new PollyFault.FallSilent(), Duration.ZERO);
        VoiceHeard heard = polly.say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(polly.counts()).containsEntry("polly-races", 1L).doesNotContainKey("polly-races-won");
        assertThat(polly.service().speeches())
                .as("the rival asks for the first clause only")
                .hasSize(1);
    }

    @Test
    void aRivalThatIsRefusedLeavesTheStreamAlone() throws Exception {
        polly.restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        polly.service().streamFaults().next(1, new PollyFault.Slow(Duration.ofSeconds(3)), Duration.ZERO);
        polly.service().speechFaults().next(1, new PollyFault.Refuse(400, "ValidationException"), Duration.ZERO);
        VoiceHeard heard = polly.say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(polly.counts()).containsEntry("polly-races", 1L).doesNotContainKey("polly-races-won");
    }

    @Test
    void streamsThatStaySilentAreNotTriedWithEveryReply() throws Exception {
        polly.restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        polly.service().streamFaults().next(9, new PollyFault.FallSilent(), Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            polly.say(List.of("Good morning.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(polly.service().streams()).hasSize(3);
        assertThat(polly.service().speeches()).hasSize(5);
    }

    @Test
    void requestsThatFailAreRepeatedAndBringOnlyWhatIsMissing() throws Exception {
        polly.restart(
                ServiceTerms.prompt(), PollySettings.generative().clauseWise().withQuota(1_000, 100));
        polly.service().speechFaults().next(1, new PollyFault.Reset(), Duration.ofMillis(500));
        polly.service().speechFaults().next(1, new PollyFault.Refuse(500, "ServiceFailureException"), Duration.ZERO);
        polly.service().speechFaults().next(1, new PollyFault.Refuse(400, "ThrottlingException"), Duration.ZERO);
        VoiceHeard heard = polly.say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(withoutRepeats(ScriptedSpeech.wordsIn(heard.sound()))).isEqualTo(String.join(" ", REPLY));
        assertThat(polly.service().streams()).isEmpty();
        assertThat(polly.counts()).containsEntry("polly-throttled", 1L).containsEntry("polly-request-faults", 2L);
    }

    @Test
    void aServiceThatIsDownFailsTheReply() {
        polly.service().streamFaults().next(9, new PollyFault.Refuse(500, "ServiceFailureException"), Duration.ZERO);
        polly.service().speechFaults().next(9, new PollyFault.Refuse(500, "ServiceFailureException"), Duration.ZERO);

        assertThatThrownBy(() -> polly.say(List.of("Hello.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseMessage("engine-failed");
    }

    @Test
    void aRegionWithoutStreamsIsNotAskedForOneWithEveryReply() throws Exception {
        polly.service().streamFaults().next(9, new PollyFault.Refuse(400, "ValidationException"), Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            polly.say(List.of("Good morning.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(polly.counts()).containsEntry("polly-stream-faults", 3L);
        assertThat(polly.service().speeches()).hasSize(5);
    }

    /// Where a clause was taken up again, a word may be coded on both sides of the seam.
    private static String withoutRepeats(String text) {
        return text.replaceAll("\\b(\\S+) \\1(?= |$)", "$1");
    }
}
