package dev.pickup.media.turn;

import static dev.pickup.media.turn.ScriptedCall.LONG;
import static dev.pickup.media.turn.ScriptedCall.answering;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What voice agents are known to do wrong: one case for each kind that the trackers of others list, in virtual time.
/// Those about the model, tools and the voice are in `ReplyingScenarioTest`.
class FieldBugScenarioTest {
    static LongStream instants() {
        return LongStream.iterate(4_600, ms -> ms < 9_000, ms -> ms + 170);
    }

    static Stream<Arguments> pauses() {
        return Stream.of(
                Arguments.of("", "I would like to", 900, "book an appointment please"),
                Arguments.of("", "my number is", 1_000, "415 555 0142"),
                Arguments.of("", "I need it on um", 900, "Tuesday please"),
                Arguments.of("What is the best number to reach you?", "four one five", 1_400, "five five five 0142"),
                Arguments.of("Could you spell your last name?", "N G U", 1_300, "Y E N"),
                Arguments.of("What is your email address?", "sarah at", 1_300, "example dot com"),
                Arguments.of("Which day would suit you?", "maybe on the", 1_000, "third of March"),
                Arguments.of("What symptoms do you have?", "a headache", 700, "and a cough that's all"));
    }

    @ParameterizedTest
    @MethodSource("instants")
    void heardTextIsNeitherLostNorOverCreditedByAnInterruption(long atMs) {
        ScriptedCall call =
                answering(LONG).says(atMs, "no wait I mean Sunday", 1_100).modelSays("On Sunday we are closed.");

        call.runs(20_000);

        long playedMs = call.heard().stream()
                .filter(h -> h.utterance() == 1)
                .mapToLong(h -> h.endMs() - h.startMs())
                .sum();
        int played = Words.spaced(LONG.substring(0, (int) Math.min(LONG.length(), playedMs / 60))).length;
        String heard = call.turns.get(2).text();
        assertThat(Words.spaced(heard).length).isBetween(played - 1, played + 1);
        assertThat((heard + " " + call.turns.get(2).unheard()).strip()).isEqualTo(LONG);
    }

    @ParameterizedTest(name = "{0} {1} … {3}")
    @MethodSource("pauses")
    void aCallerWhoPausesIsNotCutOff(String agent, String first, long pauseMs, String second) {
        ScriptedCall call = new ScriptedCall();
        long at = 2_500;
        if (agent.isEmpty()) {
            call.opens();
        } else {
            call.opens().says(2_500, "hello can you help me", 900).modelSays(agent);
            at = 8_000;
        }
        call.says(at, first, 1_000)
                .says(at + 1_000 + pauseMs, second, 1_200)
                .modelSays("Thank you.")
                .runs(at + 9_000);

        assertThat(call.transcript()).endsWith("caller: " + first + " " + second + "\nagent: Thank you.");
    }

    @Test
    void wordsThatComeLateAndHangGiveTheCallerTheTimeTheyNeed() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .recognizerTakes(700)
                .says(2_500, "my number is", 1_000)
                .says(4_600, "415 555 0142", 1_500)
                .modelSays("Thank you.")
                .runs(12_000);

        assertThat(call.transcript()).endsWith("caller: my number is 415 555 0142\nagent: Thank you.");
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @Test
    void aCallerWhoWasCutOffOnceIsGivenMoreTimeAfterwards() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "the blue one", 800)
                .says(4_000, "from the window", 800)
                .modelSays("Yes.")
                .says(9_000, "the red one", 800)
                .runs(20_000);

        long first = endpointAfter(call, 3_300);
        long later = endpointAfter(call, 9_800);
        assertThat(first).isEqualTo(Thought.UNSURE.silenceMs());
        assertThat(later).isGreaterThan(first + 150);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 400, 900})
    void aHelloOverTheGreetingDoesNotStopIt(long atMs) {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(atMs, "hello", 350)
                .modelSays("?")
                .runs(8_000);

        assertThat(call.transcript()).isEqualTo("agent: Hello, this is the clinic.");
    }

    @Test
    void speechFromBeforeTheGreetingIsAnswered() {
        ScriptedCall call = new ScriptedCall()
                .happens(0, new Fact.SpeechStarted(0))
                .opens()
                .happens(1_300, new Fact.SpeechPaused(1_200))
                .transcript(1_450, "are you open on Sunday", 0, 1_200, false)
                .modelSays("We are closed.")
                .runs(9_000);

        assertThat(call.transcript()).contains("caller: are you open on Sunday").endsWith("agent: We are closed.");
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 760, 1_200, 1_700, 2_200, 2_700})
    void protectedSpeechIsHeardWholeWhateverTheCallerDoes(long atMs) {
        TurnSettings settings = TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
                .greeting("Hello.")
                .disclosure("This call is recorded for training.")
                .hasFallback(false)
                .build();
        ScriptedCall call = new ScriptedCall(settings, List.of())
                .opens()
                .says(atMs, "stop talking right now", 1_500)
                .happens(atMs + 300, new Fact.Digit('5'))
                .modelSays("Yes?")
                .runs(15_000);

        assertThat(call.turns.get(0).text()).endsWith("This call is recorded for training.");
        assertThat(call.heard().stream()
                        .filter(h -> h.utterance() == 0 && h.clause() == 1)
                        .mapToLong(h -> h.endMs() - h.startMs())
                        .sum())
                .isEqualTo(35 * 60);
    }

    @ParameterizedTest
    @ValueSource(longs = {4_260, 4_340, 4_360, 4_420, 4_600, 5_000, 5_600})
    void whateverTheRecognizerRepeatsThereIsOneAnswer(long atMs) {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "are you open on Sunday", 1_500)
                .transcript(atMs, "are you open on Sunday", 2_500, 4_000, false)
                .transcript(atMs + 10, "Are you open on Sunday?", 2_500, 4_000, true)
                .transcript(atMs + 20, "Are you open on Sunday?", 2_500, 4_000, true)
                .modelSays("We are closed.")
                .runs(12_000);

        assertThat(call.transcript())
                .isEqualToIgnoringCase("""
                        agent: Hello, this is the clinic.
                        caller: Are you open on Sunday?
                        agent: We are closed.""".replace("?", call.transcript().contains("?") ? "?" : ""));
        assertThat(call.heard().stream().filter(h -> h.utterance() > 0)).hasSize(1);
    }

    @Test
    void aPauseThatTheOutputNeverConfirmsDoesNotLeaveUsStuck() {
        ScriptedCall call = answering(LONG)
                .outputNeverTells()
                .says(6_000, "stop please", 700)
                .modelSays("Yes?")
                .runs(20_000);

        assertThat(call.transcript()).contains("caller: stop please").endsWith("agent: Yes?");
    }

    @Test
    void aRecognizerThatDiesInSilenceIsReplacedWhileTheCallerSpeaksAndHearsTheTurnAgain() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .recognizerDiesAt(0)
                .happens(2_610, new Fact.SpeechStarted(2_500))
                .recognizerRevivesAt(5_700)
                .transcript(5_900, "I have been calling all day about my", 2_500, 5_600, false)
                .happens(7_100, new Fact.SpeechPaused(7_000))
                .transcript(7_300, "I have been calling all day about my appointment", 2_500, 7_000, false)
                .modelSays("I am sorry.")
                .runs(12_000);

        assertThat(call.commands(Command.RestartRecognizer.class))
                .containsExactly(new Command.RestartRecognizer(2_500));
        assertThat(call.firstMs(Command.RestartRecognizer.class, 0)).isEqualTo(5_610);
        assertThat(call.transcript())
                .endsWith("caller: I have been calling all day about my appointment\nagent: I am sorry.");
    }

    @Test
    void aRecognizerThatSpeaksIsNotReplaced() {
        ScriptedCall call = new ScriptedCall().opens().happens(2_610, new Fact.SpeechStarted(2_500));
        for (long ms = 3_500; ms < 20_000; ms += 2_500) {
            call.transcript(ms, "and then " + ms, 2_500, ms - 200, false);
        }
        call.modelSays("Yes.").runs(20_500);

        assertThat(call.commands(Command.RestartRecognizer.class)).isEmpty();
    }

    @Test
    void aNoisyLineDoesNotMakeUsStutter() {
        ScriptedCall call = answering(LONG + " " + LONG + " " + LONG);
        for (int i = 0; i < 12; i++) {
            call.coughs(5_000 + 1_100L * i);
        }
        call.runs(40_000);

        assertThat(call.commands(Command.PauseOutput.class)).hasSize(3);
        assertThat(call.transcript()).endsWith(LONG + " " + LONG + " " + LONG);
    }

    @Test
    void onANoisyLineWordsStillTakeTheFloor() {
        ScriptedCall call = answering(LONG + " " + LONG + " " + LONG);
        for (int i = 0; i < 5; i++) {
            call.coughs(5_000 + 1_100L * i);
        }
        call.says(11_000, "please stop now", 700).modelSays("Yes?").runs(40_000);

        assertThat(call.transcript()).contains("caller: please stop now").endsWith("agent: Yes?");
    }

    @Test
    void ourOwnVoiceBroughtBackByTheLineDoesNotInterruptUs() {
        ScriptedCall call =
                answering(LONG).says(6_000, "open from nine to five", 600).runs(20_000);

        assertThat(call.transcript()).endsWith("agent: " + LONG).doesNotContain("caller: open from");
    }

    @Test
    void weDoNotBeginToSpeakWhileTheCallerDoes() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .toolAnswers("ok", 2_000)
                .says(2_500, "can I come on Tuesday please", 1_500)
                .modelSays("tool:check_availability")
                .modelSays("Tuesday is free.")
                .says(5_900, "or better on Wednesday I think", 1_500)
                .modelSays("Wednesday is free, too.")
                .runs(16_000);

        assertThat(call.heard()).noneMatch(h -> h.startMs() > 6_020 && h.startMs() < 7_400);
        assertThat(call.transcript()).endsWith("agent: Wednesday is free, too.");
    }

    /// Silence that ended the turn whose last sound was at `lastSpeechMs`.
    private static long endpointAfter(ScriptedCall call, long lastSpeechMs) {
        return call.firstMs(Command.EndCallerTurn.class, lastSpeechMs) - lastSpeechMs;
    }
}
