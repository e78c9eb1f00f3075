package dev.pickup.media.speech.polly;

import static dev.pickup.media.speech.polly.PollyUnderTest.AGENT;
import static dev.pickup.media.speech.polly.PollyUnderTest.LIMIT;
import static dev.pickup.media.speech.polly.PollyUnderTest.LIMIT_SECONDS;
import static dev.pickup.media.speech.polly.PollyUnderTest.REPLY;
import static dev.pickup.media.speech.polly.PollyUnderTest.patient;
import static dev.pickup.media.speech.polly.PollyUnderTest.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeechContract;
import dev.pickup.media.speaking.VoiceHeard;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.polly.ServiceTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The real client against the simulated service, through streams and clause by clause.
@Isolated("a voice that is slow to answer is given up")
class PollyVoiceIT extends TextToSpeechContract {
    private static final Closing CLOSING = new Closing();

    @AutoClose
    private final PollyUnderTest polly = new PollyUnderTest(CLOSING);

    @AfterAll
    static void awaitClosed() {
        CLOSING.await();
    }

    @Override
    protected TextToSpeech engine() {
        return polly.engine();
    }

    @Test
    void oneStreamSpeaksTheReplyAndTheFirstClauseAtOnce() throws Exception {
        polly.restart(ServiceTerms.prompt(), timed(patient()));
        VoiceHeard heard = polly.say(REPLY);

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .isBetween(charactersOf(REPLY) - 9, charactersOf(REPLY));
        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(polly.service().speeches()).isEmpty();
        assertThat(polly.service().streams()).singleElement().satisfies(stream -> {
            assertThat(stream.texts()).extracting(String::strip).isEqualTo(REPLY);
            assertThat(stream.flushes()).isGreaterThanOrEqualTo(1);
            assertThat(stream.closed()).isTrue();
            assertThat(stream.complaints()).isEmpty();
            assertThat(stream.parameters().engine()).isEqualTo("generative");
            assertThat(stream.parameters().voiceId()).isEqualTo("Ruth");
        });
    }

    @Test
    void anAgentsVoiceStandsBackWhereItDoesNotSpeakTheLanguage() throws Exception {
        for (String language : List.of("en-US", "es-US")) {
            VoiceHeard heard = new VoiceHeard();
            TextToSpeech.Utterance utterance = engine().open(new TextToSpeech.Settings("Matthew", language), heard);
            utterance.clause(0, "Hola.");
            utterance.end();
            heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(polly.service().streams())
                .extracting(stream -> stream.parameters().voiceId())
                .containsExactly("Matthew", "Lupe");
    }

    @Test
    void clausesEndAtTheirPauses() throws Exception {
        VoiceHeard heard = polly.say(List.of("Yes, of course.", "We are open on Monday.", "See you then."));
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound(0))).isEqualTo("Yes, of course.");
        assertThat(ScriptedSpeech.wordsIn(heard.sound(1))).isEqualTo("We are open on Monday.");
        assertThat(ScriptedSpeech.wordsIn(heard.sound(2))).isEqualTo("See you then.");
    }

    @Test
    void theStreamIsOpenBeforeThereIsText() {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = polly.engine().open(AGENT, heard);

        await().atMost(LIMIT).until(() -> polly.service().streams().size() == 1);
        assertThat(polly.service().streams().getFirst().texts()).isEmpty();
        utterance.cancel();
    }

    @Test
    void aBargeInEndsTheStreamAndKeepsTheConnection() throws Exception {
        polly.say(List.of("Hello.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        int connections = polly.service().connections();
        for (int i = 0; i < 5; i++) {
            VoiceHeard heard = new VoiceHeard();
            TextToSpeech.Utterance utterance = polly.engine().open(AGENT, heard);
            utterance.clause(0, "This is a long sentence that nobody wants to hear to its end.");
            await().atMost(LIMIT).until(() -> heard.samples() > 0);
            utterance.cancel();
        }
        polly.say(List.of("Hello again.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(polly.service().connections()).isEqualTo(connections);
        await().atMost(LIMIT).until(() -> polly.service().live() == 0);
        assertThat(polly.counts()).containsEntry("polly-cancelled", 5L);
    }

    @Test
    void aWaitingStreamIsKeptAlive() throws Exception {
        Duration idle = Duration.ofSeconds(2);
        polly.restart(
                ServiceTerms.prompt().withLimits(idle, Duration.ofMinutes(10)),
                timed(new PollySettings.Timing(
                        Duration.ofMillis(300), Duration.ofMinutes(9), Duration.ofMillis(100), LIMIT, LIMIT, LIMIT)));
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = polly.engine().open(AGENT, heard);
        utterance.clause(0, "One moment please.");
        await().pollDelay(idle.plusMillis(500)).atMost(LIMIT).until(() -> true);
        utterance.clause(1, "Here it is.");
        utterance.end();
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo("One moment please. Here it is.");
        assertThat(polly.service().speeches()).as("the stream lived on").isEmpty();
    }

    @Test
    void afterItsTimeAStreamIsReplaced() throws Exception {
        polly.restart(
                ServiceTerms.prompt(),
                timed(new PollySettings.Timing(
                        Duration.ofSeconds(4), Duration.ZERO, Duration.ofMillis(100), LIMIT, LIMIT, LIMIT)));
        VoiceHeard heard = polly.say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(polly.counts()).doesNotContainKey("polly-stream-faults");
    }

    /// A stream may be open for one reply: one that is being heard, and one that is made ahead.
    @Test
    void whatNobodyHearsYetFindsNoPlaceAndIsSpokenAllTheSameOnceItIsWanted() throws Exception {
        polly.restart(ServiceTerms.prompt(), PollySettings.generative().withQuota(1_000, 2));
        TextToSpeech.Utterance heldOpen = polly.engine().open(AGENT, new VoiceHeard());
        await().atMost(LIMIT).until(() -> polly.counts().getOrDefault("polly-streams", 0L) == 1);

        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance ahead = polly.engine().openAhead(AGENT, heard);
        ahead.clause(0, "Yes, of course.");
        await().atMost(LIMIT).until(() -> polly.counts().containsKey("polly-not-ahead"));
        assertThat(polly.counts()).containsEntry("polly-streams", 1L).doesNotContainKey("polly-requests");

        ahead.wanted();
        ahead.end();
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo("Yes, of course.");
        heldOpen.cancel();
    }

    @Test
    void whatIsMadeAheadWhereThereIsRoomIsHeardBeforeItIsWanted() throws Exception {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance ahead = polly.engine().openAhead(AGENT, heard);
        ahead.clause(0, "Yes, of course.");
        await().atMost(LIMIT).until(() -> heard.sound().length > 0);

        ahead.wanted();
        ahead.end();
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo("Yes, of course.");
        assertThat(polly.counts()).containsEntry("polly-streams", 1L);
    }

    @Test
    void theQuotaIsNotOverrunByManyRepliesAtOnce() throws Exception {
        polly.restart(
                ServiceTerms.prompt().withQuota(8, 8, 26),
                PollySettings.generative().withTiming(patient()));
        List<VoiceHeard> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(polly.say(List.of("Good morning.")));
        }
        for (VoiceHeard heard : all) {
            heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(polly.service().refused())
                .as("two thirds of them at once would be refused")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void neuralVoicesAndLexiconsAreAskedForAsTheyAre() throws Exception {
        polly.restart(
                ServiceTerms.prompt().withLexicons(Set.of("clinic")),
                PollySettings.neural().withQuota(1_000, 100).withLexicons(List.of("clinic")));
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = polly.engine().open(new TextToSpeech.Settings("Matthew", "en-US"), heard);
        utterance.clause(0, "Hello.");
        utterance.end();
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        var asked = polly.service().speeches().getFirst().parameters();
        assertThat(asked.engine()).isEqualTo("neural");
        assertThat(asked.voiceId()).isEqualTo("Matthew");
        assertThat(asked.lexicons()).containsExactly("clinic");
        assertThat(polly.engine().name()).isEqualTo("amazon-polly-neural/clauses");
    }

    private static long charactersOf(List<String> clauses) {
        return String.join(" ", clauses).length();
    }
}
