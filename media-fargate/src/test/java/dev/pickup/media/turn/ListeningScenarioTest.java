package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the caller says and when their turn is over, in virtual time.
class ListeningScenarioTest {
    @Test
    void noAnswerWhileTheCallerPausesInTheMiddleOfASentence() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "my number is four one five", 1_500)
                .says(5_500, "five five five oh one four two", 1_500)
                .modelSays("Thank you.")
                .runs(12_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.transcript()).contains("caller: my number is four one five five five five oh one four two");
    }

    @Test
    void wordsThatComeLateAreWaitedForAndTheLineIsNotDead() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .recognizerTakes(5_500)
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays("Nine to five.")
                .runs(20_000);

        assertThat(call.transcript()).contains("agent: " + Phrases.MOMENT, "caller: what are", "agent: Nine to five.");
    }

    @Test
    void speechThatNobodyUnderstoodIsAskedForAgainAndTheRecognizerRestarted() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .recognizerDiesAt(0)
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays("-")
                .runs(17_000);

        assertThat(call.transcript()).contains("agent: " + Phrases.NOT_UNDERSTOOD);
        assertThat(call.commands(Command.RestartRecognizer.class))
                .as("once to hear the turn again, once more when that did not help")
                .containsExactly(new Command.RestartRecognizer(2_500), new Command.RestartRecognizer(4_000));
    }

    @Test
    void aDeadRecognizerEndsInAnApologyAndTheFallbackNumber() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .recognizerDiesAt(0)
                .says(2_500, "hello", 1_500)
                .says(20_000, "hello", 1_500)
                .says(40_000, "hello", 1_500)
                .modelSays("-")
                .runs(90_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_TRANSFER);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
        assertThat(call.finish().outcome()).isEqualTo("transferred");
    }

    @Test
    void aRecognizerThatKeepsBreakingIsGivenUp() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .happens(2_000, new Fact.RecognizerFailed("engine-failed"))
                .happens(3_000, new Fact.RecognizerFailed("engine-failed"))
                .happens(4_000, new Fact.RecognizerFailed("engine-failed"))
                .runs(30_000);

        assertThat(call.commands(Command.RestartRecognizer.class)).hasSize(2);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
    }

    @Test
    void aCallerWhoGoesOnBeforeTheAnswerIsHeardHasOneTurn() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .says(4_300, "on Saturday I mean", 900)
                .modelSays("Ten to two.")
                .runs(12_000);

        assertThat(call.transcript()).isEqualTo("""
                        agent: Hello, this is the clinic.
                        caller: what are your opening hours on Saturday I mean
                        agent: Ten to two.""");
    }
}
