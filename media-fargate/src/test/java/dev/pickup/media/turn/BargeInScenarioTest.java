package dev.pickup.media.turn;

import static dev.pickup.media.turn.ScriptedCall.LONG;
import static dev.pickup.media.turn.ScriptedCall.answering;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.Turn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who has the floor, in virtual time: the caller speaks while we do.
class BargeInScenarioTest {
    @Test
    void speechOverOurVoicePausesItAtOnceAndWordsTakeTheFloor() {
        ScriptedCall call = answering(LONG)
                .says(7_000, "no wait I meant Sunday", 1_200)
                .modelSays("On Sunday we are closed.")
                .runs(16_000);

        assertThat(call.firstMs(Command.PauseOutput.class, 7_000)).isBetween(7_000L, 7_150L);
        Turn cut = call.turns.get(2);
        assertThat(LONG).startsWith(cut.text());
        assertThat(cut.unheard()).isNotEmpty();
        assertThat(cut.text() + " " + cut.unheard()).isEqualTo(LONG);
        assertThat(call.lastRequest())
                .contains(new Line.Agent(cut.text()), new Line.Caller("no wait I meant Sunday"))
                .doesNotContain(new Line.Agent(LONG));
        assertThat(call.transcript()).endsWith("agent: On Sunday we are closed.");
    }

    @Test
    void whatWasHeardIsWithinOneWordOfWhatWasPlayed() {
        ScriptedCall call =
                answering(LONG).says(7_000, "no wait", 900).modelSays("Yes?").runs(16_000);

        long playedMs = call.heard().stream()
                .filter(h -> h.utterance() == 1)
                .mapToLong(h -> h.endMs() - h.startMs())
                .sum();
        int words = Words.spaced(call.turns.get(2).text()).length;
        int wordsPlayed = Words.spaced(LONG.substring(0, (int) Math.min(LONG.length(), playedMs / 60))).length;
        assertThat(words).isBetween(wordsPlayed - 1, wordsPlayed);
    }

    @Test
    void aTurnThatWasCutEndsWithItsLastSoundNotWithTheDecision() {
        ScriptedCall call =
                answering(LONG).says(7_000, "no wait", 900).modelSays("Yes?").runs(16_000);

        long silentMs = call.heard().stream()
                .filter(h -> h.utterance() == 1)
                .mapToLong(ScriptedOutput.Heard::endMs)
                .max()
                .orElseThrow();
        assertThat(call.turns.get(2).endMs()).isBetween(silentMs - 20, silentMs + 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {4_700, 5_000, 5_500, 6_200, 7_000, 7_400, 8_000, 8_600, 9_000, 9_400})
    void aCoughAtAnyInstantLosesNoWordAndRepeatsNone(long atMs) {
        ScriptedCall call = answering(LONG).coughs(atMs).runs(20_000);

        assertThat(call.transcript()).endsWith("agent: " + LONG);
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.commands(Command.ResumeOutput.class)).hasSameSizeAs(call.commands(Command.PauseOutput.class));
        long repeated = 0;
        long reached = -1;
        for (ScriptedOutput.Heard h : call.heard()) {
            if (h.utterance() == 1) {
                long from = h.clause() * 100_000L + h.fromMs();
                repeated += reached > from ? reached - from : 0;
                reached = from + h.endMs() - h.startMs();
            }
        }
        assertThat(repeated).as("ms played twice").isLessThan(10 * 60);
    }

    @Test
    void aBackchannelDoesNotTakeTheFloor() {
        ScriptedCall call = answering(LONG).says(7_000, "mm-hm", 300).runs(20_000);

        assertThat(call.transcript()).endsWith("agent: " + LONG).doesNotContain("mm-hm");
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @Test
    void yesOverTheEndOfAQuestionIsItsAnswer() {
        ScriptedCall call =
                answering("Shall I book that for you?").says(5_400, "yeah", 300).modelSays("Done.");

        call.runs(16_000);

        assertThat(call.transcript()).contains("caller: yeah").endsWith("agent: Done.");
    }

    @Test
    void soundThatGoesOnIsABargeInEvenBeforeItsWordsAreKnown() {
        ScriptedCall call = answering(LONG)
                .says(7_000, "I would like to book something else", 2_500)
                .modelSays("Sure.");

        call.runs(16_000);

        assertThat(call.firstMs(Command.DropOutput.class, 7_000)).isBetween(7_700L, 7_900L);
        assertThat(call.transcript()).contains("caller: I would like to book something else");
    }

    @Test
    void wordsThatComeAfterItWasTakenForNoiseStillTakeTheFloor() {
        ScriptedCall call = answering(LONG)
                .recognizerTakes(1_500)
                .says(7_000, "stop please", 400)
                .modelSays("Okay.");

        call.runs(16_000);

        assertThat(call.commands(Command.ResumeOutput.class)).hasSize(1);
        assertThat(call.transcript()).contains("caller: stop please").endsWith("agent: Okay.");
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 150, 400, 900, 1_300, 1_700, 4_300, 4_500, 4_650, 4_900, 5_300, 8_700, 9_200})
    void bargeInAtAnyInstantIsAnswered(long atMs) {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .modelSays(LONG)
                .says(2_500, "what are your opening hours", 1_500)
                .says(atMs, "actually I want to cancel my appointment", 1_400)
                .modelSays("Of course.")
                .runs(30_000);

        assertThat(call.transcript()).contains("actually I want to cancel my appointment");
        assertThat(call.lastRequest().getLast()).isInstanceOf(Line.Caller.class);
    }

    @Test
    void aDisclosureCannotBeInterruptedAndTheQuestionIsAnsweredAfterIt() {
        ScriptedCall call = disclosing("Hello.")
                .opens()
                .says(700, "are you open", 700)
                .modelSays("Yes.")
                .runs(12_000);

        assertThat(call.commands(Command.PauseOutput.class)).isEmpty();
        assertThat(call.transcript()).isEqualTo("""
                        agent: Hello. This call is recorded.
                        caller: are you open
                        agent: Yes.""");
    }

    @Test
    void theDisclosureIsSaidEvenWhenTheGreetingBeforeItIsInterrupted() {
        ScriptedCall call = disclosing("Hello, this is the clinic, how can I help you today, please tell me.")
                .opens()
                .says(700, "are you open", 700)
                .modelSays("Yes.")
                .runs(15_000);

        assertThat(call.turns.get(0).text()).startsWith("Hello,").endsWith("This call is recorded.");
        assertThat(call.turns.get(0).unheard()).isNotEmpty().doesNotContain("recorded");
        assertThat(call.transcript()).endsWith("caller: are you open\nagent: Yes.");
    }

    private static ScriptedCall disclosing(String greeting) {
        TurnSettings settings = new TurnSettings(
                greeting,
                "This call is recorded.",
                "en-US",
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(7),
                Duration.ofMinutes(10),
                TurnSettings.Waits.usual());
        return new ScriptedCall(settings, List.of());
    }

    @Test
    void digitsAreOneTurnAndCutUsShort() {
        ScriptedCall call = answering(LONG);
        for (int i = 0; i < 4; i++) {
            call.happens(7_000 + 400L * i, new Fact.Digit((char) ('1' + i)));
        }
        call.modelSays("Thank you.").runs(16_000);

        assertThat(call.lastRequest()).contains(new Line.Digits("1234"));
        assertThat(call.turns.get(2).unheard()).isNotEmpty();
        assertThat(call.turns.get(3).text()).isEqualTo("1234");
        assertThat(call.transcript()).endsWith("agent: Thank you.");
    }
}
