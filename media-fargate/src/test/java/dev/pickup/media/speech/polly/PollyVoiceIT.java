package dev.pickup.media.speech.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeechContract;
import dev.pickup.media.speaking.VoiceHeard;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.aws.Simulated;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.polly.PollyFault;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.polly.ServiceTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The real client against the simulated service, through streams.
@Isolated("a voice that is slow to answer is given up")
class PollyVoiceIT extends TextToSpeechContract {
    private static final long LIMIT_SECONDS = 60;
    private static final Duration LIMIT = Duration.ofSeconds(LIMIT_SECONDS);
    private static final Closing CLOSING = new Closing();
    private static final TextToSpeech.Settings AGENT = new TextToSpeech.Settings("", "en-US");
    private static final List<String> REPLY = List.of(
            "Yes, of course.",
            "We are open from nine in the morning until five in the afternoon,",
            "from Monday to Friday.",
            "Would you like to book an appointment?");

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private PollySimulator service = start(ServiceTerms.prompt());
    private PollyTextToSpeech engine = engine(PollySettings.generative().withQuota(1_000, 100));

    @AfterEach
    void close() {
        CLOSING.close(engine, service);
    }

    @AfterAll
    static void awaitClosed() {
        CLOSING.await();
    }

    @Override
    protected TextToSpeech engine() {
        return engine;
    }

    @Test
    void oneStreamSpeaksTheReplyAndTheFirstClauseAtOnce() throws Exception {
        restart(ServiceTerms.prompt(), timed(patient()));
        VoiceHeard heard = say(REPLY);

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .isBetween(charactersOf(REPLY) - 9, charactersOf(REPLY));
        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(service.speeches()).isEmpty();
        assertThat(service.streams()).singleElement().satisfies(stream -> {
            assertThat(stream.texts()).extracting(String::strip).isEqualTo(REPLY);
            assertThat(stream.flushes()).isGreaterThanOrEqualTo(1);
            assertThat(stream.closed()).isTrue();
            assertThat(stream.complaints()).isEmpty();
            assertThat(stream.parameters().engine()).isEqualTo("generative");
            assertThat(stream.parameters().voiceId()).isEqualTo("Ruth");
        });
    }

    @Test
    void clausesEndAtTheirPauses() throws Exception {
        VoiceHeard heard = say(List.of("Yes, of course.", "We are open on Monday.", "See you then."));
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound(0))).isEqualTo("Yes, of course.");
        assertThat(ScriptedSpeech.wordsIn(heard.sound(1))).isEqualTo("We are open on Monday.");
        assertThat(ScriptedSpeech.wordsIn(heard.sound(2))).isEqualTo("See you then.");
    }

    @Test
    void theStreamIsOpenBeforeThereIsText() {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine.open(AGENT, heard);

        await().atMost(LIMIT).until(() -> service.streams().size() == 1);
        assertThat(service.streams().getFirst().texts()).isEmpty();
        utterance.cancel();
    }

    @Test
    void aBargeInEndsTheStreamAndKeepsTheConnection() throws Exception {
        say(List.of("Hello.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        int connections = service.connections();
        for (int i = 0; i < 5; i++) {
            VoiceHeard heard = new VoiceHeard();
            TextToSpeech.Utterance utterance = engine.open(AGENT, heard);
            utterance.clause(0, "This is a long sentence that nobody wants to hear to its end.");
            await().atMost(LIMIT).until(() -> heard.samples() > 0);
            utterance.cancel();
        }
        say(List.of("Hello again.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(service.connections()).isEqualTo(connections);
        await().atMost(LIMIT).until(() -> service.live() == 0);
        assertThat(counts).containsEntry("polly-cancelled", 5L);
    }

    @Test
    void aWaitingStreamIsKeptAlive() throws Exception {
        Duration idle = Duration.ofSeconds(2);
        restart(
                ServiceTerms.prompt().withLimits(idle, Duration.ofMinutes(10)),
                timed(new PollySettings.Timing(
                        Duration.ofMillis(300), Duration.ofMinutes(9), Duration.ofMillis(100), LIMIT, LIMIT, LIMIT)));
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine.open(AGENT, heard);
        utterance.clause(0, "One moment please.");
        await().pollDelay(idle.plusMillis(500)).atMost(LIMIT).until(() -> true);
        utterance.clause(1, "Here it is.");
        utterance.end();
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo("One moment please. Here it is.");
        assertThat(service.speeches()).as("the stream lived on").isEmpty();
    }

    @Test
    void afterItsTimeAStreamIsReplaced() throws Exception {
        restart(
                ServiceTerms.prompt(),
                timed(new PollySettings.Timing(
                        Duration.ofSeconds(4), Duration.ZERO, Duration.ofMillis(100), LIMIT, LIMIT, LIMIT)));
        VoiceHeard heard = say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(counts).doesNotContainKey("polly-stream-faults");
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
        service.streamFaults().next(1, fault, Duration.ofMillis(2_500));
        VoiceHeard heard = say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(withoutRepeats(ScriptedSpeech.wordsIn(heard.sound()))).isEqualTo(String.join(" ", REPLY));
        assertThat(heard.clausesDone()).containsExactly(0, 1, 2, 3);
        assertThat(heard.longestGapMs()).isLessThan(3_000);
        await().atMost(LIMIT).until(() -> service.live() == 0 || fault instanceof PollyFault.FallSilent);
    }

    @Test
    void aStreamThatIsLateWithItsFirstSoundLosesToARequest() throws Exception {
        restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        service.streamFaults().next(1, new PollyFault.FallSilent(), Duration.ZERO);
        VoiceHeard heard = say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(heard.clausesDone()).containsExactly(0, 1, 2, 3);
        assertThat(counts).containsEntry("polly-races", 1L).containsEntry("polly-races-won", 1L);
        assertThat(service.speeches()).hasSize(4);
        await().atMost(LIMIT).until(() -> service.live() == 0);
    }

    @Test
    void aStreamThatIsLateAndYetFirstSpeaksOnAlone() throws Exception {
        restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        service.streamFaults().next(1, new PollyFault.Slow(Duration.ofSeconds(3)), Duration.ZERO);
        service.speechFaults().next(1, new PollyFault.FallSilent(), Duration.ZERO);
        VoiceHeard heard = say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(counts).containsEntry("polly-races", 1L).doesNotContainKey("polly-races-won");
        assertThat(service.speeches())
                .as("the rival asks for the first clause only")
                .hasSize(1);
    }

    @Test
    void aRivalThatIsRefusedLeavesTheStreamAlone() throws Exception {
        restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        service.streamFaults().next(1, new PollyFault.Slow(Duration.ofSeconds(3)), Duration.ZERO);
        service.speechFaults().next(1, new PollyFault.Refuse(400, "ValidationException"), Duration.ZERO);
        VoiceHeard heard = say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(ScriptedSpeech.wordsIn(heard.sound())).isEqualTo(String.join(" ", REPLY));
        assertThat(counts).containsEntry("polly-races", 1L).doesNotContainKey("polly-races-won");
    }

    @Test
    void streamsThatStaySilentAreNotTriedWithEveryReply() throws Exception {
        restart(ServiceTerms.prompt(), timed(racingAfter(Duration.ofMillis(500))));
        service.streamFaults().next(9, new PollyFault.FallSilent(), Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            say(List.of("Good morning.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(service.streams()).hasSize(3);
        assertThat(service.speeches()).hasSize(5);
    }

    @Test
    void requestsThatFailAreRepeatedAndBringOnlyWhatIsMissing() throws Exception {
        restart(ServiceTerms.prompt(), PollySettings.generative().clauseWise().withQuota(1_000, 100));
        service.speechFaults().next(1, new PollyFault.Reset(), Duration.ofMillis(500));
        service.speechFaults().next(1, new PollyFault.Refuse(500, "ServiceFailureException"), Duration.ZERO);
        service.speechFaults().next(1, new PollyFault.Refuse(400, "ThrottlingException"), Duration.ZERO);
        VoiceHeard heard = say(REPLY);
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(withoutRepeats(ScriptedSpeech.wordsIn(heard.sound()))).isEqualTo(String.join(" ", REPLY));
        assertThat(service.streams()).isEmpty();
        assertThat(counts).containsEntry("polly-throttled", 1L).containsEntry("polly-request-faults", 2L);
    }

    @Test
    void aServiceThatIsDownFailsTheReply() {
        service.streamFaults().next(9, new PollyFault.Refuse(500, "ServiceFailureException"), Duration.ZERO);
        service.speechFaults().next(9, new PollyFault.Refuse(500, "ServiceFailureException"), Duration.ZERO);

        assertThatThrownBy(() -> say(List.of("Hello.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseMessage("engine-failed");
    }

    @Test
    void theQuotaIsNotOverrunByManyRepliesAtOnce() throws Exception {
        restart(
                ServiceTerms.prompt().withQuota(8, 8, 26),
                PollySettings.generative().withTiming(patient()));
        List<VoiceHeard> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(say(List.of("Good morning.")));
        }
        for (VoiceHeard heard : all) {
            heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(service.refused())
                .as("two thirds of them at once would be refused")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void aRegionWithoutStreamsIsNotAskedForOneWithEveryReply() throws Exception {
        service.streamFaults().next(9, new PollyFault.Refuse(400, "ValidationException"), Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            say(List.of("Good morning.")).done().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(counts).containsEntry("polly-stream-faults", 3L);
        assertThat(service.speeches()).hasSize(5);
    }

    @Test
    void neuralVoicesAndLexiconsAreAskedForAsTheyAre() throws Exception {
        restart(
                ServiceTerms.prompt().withLexicons(Set.of("clinic")),
                PollySettings.neural().withQuota(1_000, 100).withLexicons(List.of("clinic")));
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine.open(new TextToSpeech.Settings("Matthew", "en-US"), heard);
        utterance.clause(0, "Hello.");
        utterance.end();
        heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        var asked = service.speeches().getFirst().parameters();
        assertThat(asked.engine()).isEqualTo("neural");
        assertThat(asked.voiceId()).isEqualTo("Matthew");
        assertThat(asked.lexicons()).containsExactly("clinic");
        assertThat(engine.name()).isEqualTo("amazon-polly-neural/clauses");
    }

    private VoiceHeard say(List<String> clauses) {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine.open(AGENT, heard);
        for (int i = 0; i < clauses.size(); i++) {
            utterance.clause(i, clauses.get(i));
        }
        utterance.end();
        return heard;
    }

    private void restart(ServiceTerms terms, PollySettings settings) {
        close();
        service = start(terms);
        engine = engine(settings);
    }

    private PollySimulator start(ServiceTerms terms) {
        return PollySimulator.start(terms.withPace(20), (text, _) -> speech.callerSays(text));
    }

    private PollyTextToSpeech engine(PollySettings settings) {
        return new PollyTextToSpeech(
                Simulated.at(service.endpoint()),
                settings,
                System::nanoTime,
                (name, amount) -> counts.merge(name, amount, Long::sum));
    }

    private static PollySettings timed(PollySettings.Timing timing) {
        return PollySettings.generative().withQuota(1_000, 100).withTiming(timing);
    }

    private static PollySettings.Timing patient() {
        return racingAfter(LIMIT);
    }

    private static PollySettings.Timing racingAfter(Duration late) {
        PollySettings.Timing usual = PollySettings.Timing.usual();
        return new PollySettings.Timing(usual.keepAlive(), usual.rotation(), usual.flush(), LIMIT, late, LIMIT);
    }

    /// Where a clause was taken up again, a word may be coded on both sides of the seam.
    private static String withoutRepeats(String text) {
        return text.replaceAll("\\b(\\S+) \\1(?= |$)", "$1");
    }

    private static long charactersOf(List<String> clauses) {
        return String.join(" ", clauses).length();
    }
}
