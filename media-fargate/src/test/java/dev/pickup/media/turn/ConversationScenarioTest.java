package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole calls in virtual time. The greeting takes 26 characters × 60 ms = 1,560 ms, from 80 ms on.
class ConversationScenarioTest {
    private static final String LONG = "We are open from nine to five on weekdays and from ten to two on Saturdays.";

    private static final TurnSettings QUICK_TO_ASK = new TurnSettings(
            "Hello, this is the clinic.",
            "",
            "en-US",
            true,
            Duration.ofSeconds(8),
            Duration.ofSeconds(7),
            Duration.ofMinutes(10),
            TurnSettings.Waits.usual());

    @Test
    void aCallFromGreetingToHangUp() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays("We are open ", "from nine ", "to five.")
                .happens(9_000, new Fact.SocketClosed(true))
                .runs(20_000);

        assertThat(call.transcript()).isEqualTo("""
                        agent: Hello, this is the clinic.
                        caller: what are your opening hours
                        agent: We are open from nine to five.""");
        assertThat(call.finish()).isEqualTo(new Command.Finish(EndReason.CALLER_HUNG_UP, "completed"));
        assertThat(call.turns.get(0).startMs()).isLessThanOrEqualTo(300);
    }

    @Test
    void theLedgerAddsUp() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays("Nine to five, ", "every day.")
                .runs(8_000);

        var latency = call.turns.get(2).latency().orElseThrow();
        assertThat(latency.endpoint()).isEqualTo(Thought.COMPLETE.silenceMs());
        assertThat(latency.transcript()).isZero();
        assertThat(latency.firstToken()).isEqualTo(200);
        assertThat(latency.firstAudio()).isEqualTo(80);
        assertThat(latency.own()).isZero();
        assertThat(latency.headStart()).isPositive();
        assertThat(latency.response())
                .isEqualTo(latency.endpoint()
                        + latency.firstToken()
                        + latency.firstClause()
                        + latency.firstAudio()
                        - latency.headStart());
    }

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

    @Test
    void aDisclosureCannotBeInterruptedAndTheQuestionIsAnsweredAfterIt() {
        TurnSettings settings = new TurnSettings(
                "Hello.",
                "This call is recorded.",
                "en-US",
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(7),
                Duration.ofMinutes(10),
                TurnSettings.Waits.usual());
        ScriptedCall call = new ScriptedCall(settings, List.of())
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
        TurnSettings settings = new TurnSettings(
                "Hello, this is the clinic, how can I help you today, please tell me.",
                "This call is recorded.",
                "en-US",
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(7),
                Duration.ofMinutes(10),
                TurnSettings.Waits.usual());
        ScriptedCall call = new ScriptedCall(settings, List.of())
                .opens()
                .says(700, "are you open", 700)
                .modelSays("Yes.")
                .runs(15_000);

        assertThat(call.turns.get(0).text()).startsWith("Hello,").endsWith("This call is recorded.");
        assertThat(call.turns.get(0).unheard()).isNotEmpty().doesNotContain("recorded");
        assertThat(call.transcript()).endsWith("caller: are you open\nagent: Yes.");
    }

    @Test
    void toolsRunAndTheReplyGoesOn() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "can I come on Tuesday at three please", 1_500)
                .modelSays("Let me see. ", "tool:book_appointment")
                .modelSays("You are booked.")
                .runs(12_000);

        assertThat(call.commands(Command.RunTool.class)).hasSize(1);
        assertThat(call.commands(Command.NoteTool.class)).singleElement().satisfies(note -> {
            assertThat(note.outcome()).isEqualTo("ok");
            assertThat(note.durationMs()).isEqualTo(300);
        });
        assertThat(call.transcript()).endsWith("agent: Let me see. You are booked.");
        call.happens(13_000, new Fact.SocketClosed(true)).runs(14_000);
        assertThat(call.finish().outcome()).isEqualTo("booked");
    }

    @Test
    void aToolResultAfterABargeInIsRememberedAndTheToolIsNotRunAgain() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .toolAnswers("ok", 6_000)
                .says(2_500, "can I come on Tuesday at three please", 1_500)
                .modelSays("Let me see whether that is free. ", "tool:book_appointment")
                .says(5_500, "no make it four o'clock please", 1_200)
                .modelSays("I have booked you.")
                .runs(20_000);

        assertThat(call.commands(Command.RunTool.class)).hasSize(1);
        assertThat(call.lastRequest())
                .anyMatch(Line.ToolResult.class::isInstance)
                .contains(new Line.Caller("no make it four o'clock please"));
        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
    }

    @Test
    void twoToolsAtOnceAreBothAnsweredBeforeTheModelGoesOn() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "book me and take a message please", 1_500)
                .modelSays("tool:book_appointment", "tool:take_message")
                .modelSays("Both done.")
                .runs(12_000);

        assertThat(call.commands(Command.RunTool.class)).hasSize(2);
        assertThat(call.lastRequest().stream().filter(Line.ToolResult.class::isInstance))
                .hasSize(2);
        assertThat(call.transcript()).endsWith("agent: Both done.");
    }

    @Test
    void aToolThatNeverAnswersTimesOutAndTheCallerIsNotLeftInSilence() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .toolAnswers("ok", 60_000)
                .says(2_500, "can I come on Tuesday please", 1_500)
                .modelSays("tool:check_availability")
                .modelSays("I cannot reach the calendar.")
                .runs(30_000);

        assertThat(call.commands(Command.NoteTool.class))
                .singleElement()
                .satisfies(note -> assertThat(note.outcome()).isEqualTo("timed-out"));
        assertThat(call.transcript()).contains(Phrases.MOMENT).endsWith("I cannot reach the calendar.");
    }

    @Test
    void theGoodbyeIsHeardToItsEndBeforeTheHangUp() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "that is all thank you", 1_500)
                .modelSays("Goodbye, have a nice day.", "tool:end_call")
                .runs(20_000);

        assertThat(call.transcript()).endsWith("agent: Goodbye, have a nice day.");
        ScriptedOutput.Heard last = call.heard().getLast();
        assertThat(call.firstMs(Command.HangUp.class, 0)).isGreaterThanOrEqualTo(last.endMs());
        assertThat(call.finish()).isEqualTo(new Command.Finish(EndReason.AGENT_HUNG_UP, "completed"));
    }

    @Test
    void anEndWithoutAWordSaysGoodbyeFirst() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "that is all thank you", 1_500)
                .modelSays("tool:end_call")
                .runs(20_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.GOODBYE);
        assertThat(call.finish().reason()).isEqualTo(EndReason.AGENT_HUNG_UP);
    }

    @Test
    void aBargeInDuringTheGoodbyeCancelsTheHangUp() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "that is all thank you", 1_500)
                .modelSays("Goodbye, have a nice day.", "tool:end_call")
                .says(5_400, "wait one more question", 1_000)
                .modelSays("Yes?")
                .runs(12_000);

        assertThat(call.commands(Command.HangUp.class)).isEmpty();
        assertThat(call.transcript()).endsWith("caller: wait one more question\nagent: Yes?");
    }

    @Test
    void theCallIsNotEndedBeforeTheCallerSaidAnything() {
        ScriptedCall call = new ScriptedCall(
                        ScriptedCall.SETTINGS, List.of(new Turn(0, Role.agent, "Hello.", "", 0, 900, Optional.empty())))
                .resumes(1_000)
                .happens(4_000, new Fact.Digit('#'))
                .runs(5_000);

        assertThat(call.commands(Command.HangUp.class)).isEmpty();
    }

    @Test
    void aCallerWhoHangsUpInMidSentenceLeavesWhatWasHeard() {
        ScriptedCall call = answering(LONG)
                .happens(7_000, new Fact.OutputHeld(1, 0, 2_000))
                .happens(7_000, new Fact.SocketClosed(true))
                .runs(8_000);

        assertThat(call.turns.get(2).text()).isNotEmpty().isNotEqualTo(LONG);
        assertThat(call.turns.get(2).unheard()).isNotEmpty();
        assertThat(call.finish().reason()).isEqualTo(EndReason.CALLER_HUNG_UP);
        assertThat(call.pendingTimers()).isEmpty();
    }

    @Test
    void marksThatNeverComeDoNotStopTheCall() {
        ScriptedCall call = new ScriptedCall()
                .marksAreLost()
                .opens()
                .says(4_500, "what are your opening hours", 1_500)
                .modelSays("Nine to five.")
                .says(12_000, "thanks bye", 800)
                .modelSays("Goodbye, thank you.", "tool:end_call")
                .runs(30_000);

        assertThat(call.transcript()).contains("agent: Hello, this is the clinic.", "agent: Nine to five.");
        assertThat(call.finish().reason()).isEqualTo(EndReason.AGENT_HUNG_UP);
    }

    @Test
    void silenceIsAskedAboutThenTheCallEndsPolitely() {
        ScriptedCall call = new ScriptedCall(QUICK_TO_ASK, List.of()).opens().runs(60_000);

        assertThat(call.transcript())
                .isEqualTo("agent: Hello, this is the clinic.\nagent: " + Phrases.STILL_THERE + "\nagent: "
                        + Phrases.SILENT_GOODBYE);
        assertThat(call.finish()).isEqualTo(new Command.Finish(EndReason.SILENCE, "abandoned"));
        assertThat(call.turns.get(1).startMs()).isBetween(9_600L, 9_900L);
    }

    @Test
    void aCallerWhoComesBackIsNotHungUpOn() {
        ScriptedCall call = new ScriptedCall(QUICK_TO_ASK, List.of())
                .opens()
                .says(12_000, "yes I am here sorry", 1_200)
                .modelSays("No problem.")
                .runs(22_000);

        assertThat(call.over()).isFalse();
        call.runs(26_000);
        assertThat(call.transcript()).endsWith("agent: " + Phrases.STILL_THERE);
    }

    @Test
    void theLongestCallIsWarnedAndEnded() {
        TurnSettings settings = new TurnSettings(
                "Hello.",
                "",
                "en-US",
                false,
                Duration.ofMinutes(5),
                Duration.ofSeconds(7),
                Duration.ofSeconds(60),
                TurnSettings.Waits.usual());
        ScriptedCall call = new ScriptedCall(settings, List.of()).opens().runs(120_000);

        assertThat(call.transcript())
                .isEqualTo("agent: Hello.\nagent: " + Phrases.WARNING + "\nagent: " + Phrases.TIME_IS_UP);
        assertThat(call.turns.get(1).startMs()).isBetween(30_000L, 30_200L);
        assertThat(call.finish().reason()).isEqualTo(EndReason.MAX_DURATION);
        assertThat(call.nowMs()).isLessThan(76_000);
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

    @Test
    void aModelThatStallsIsAskedOnceMore() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays("stall")
                .modelSays("Nine to five.")
                .runs(16_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.commands(Command.CancelModel.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("agent: " + Phrases.MOMENT + " Nine to five.");
    }

    @Test
    void aModelThatFailsTwiceEndsInAnApologyAndTheFallbackNumber() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays("fail")
                .runs(30_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.commands(Command.PlayClip.class)).hasSize(1);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
        assertThat(call.finish().outcome()).isEqualTo("transferred");
    }

    @Test
    void withoutAFallbackNumberTheApologySaysGoodbye() {
        TurnSettings settings = new TurnSettings(
                "Hello.",
                "",
                "en-US",
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(7),
                Duration.ofMinutes(10),
                TurnSettings.Waits.usual());
        ScriptedCall call = new ScriptedCall(settings, List.of())
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelDies()
                .runs(60_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_GOODBYE);
        assertThat(call.finish()).isEqualTo(new Command.Finish(EndReason.FAILED, "failed"));
    }

    @Test
    void aVoiceThatFailsOnceIsOpenedAgainAndNothingIsLost() {
        ScriptedCall call = new ScriptedCall().voiceFails(1).opens().runs(6_000);

        assertThat(call.commands(Command.OpenVoice.class)).hasSize(2);
        assertThat(call.transcript()).isEqualTo("agent: Hello, this is the clinic.");
    }

    @Test
    void aVoiceThatFailsAgainEndsInTheClip() {
        ScriptedCall call = new ScriptedCall().voiceFails(2).opens().runs(20_000);

        assertThat(call.commands(Command.PlayClip.class)).hasSize(1);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
    }

    @Test
    void aTaskThatTakesOverExcusesItselfAndKnowsWhatWasSaid() {
        List<Turn> soFar = List.of(
                new Turn(0, Role.agent, "Hello.", "", 0, 900, Optional.empty()),
                new Turn(1, Role.caller, "what are your opening hours", "", 1_500, 3_000, Optional.empty()));
        ScriptedCall call = new ScriptedCall(ScriptedCall.SETTINGS, soFar)
                .modelSays("Nine to five.")
                .resumes(8_000)
                .runs(14_000);

        assertThat(call.transcript()).isEqualTo("agent: " + Phrases.CUT_OFF + "\nagent: Nine to five.");
        assertThat(call.turns.keySet()).containsExactly(2, 3);
        assertThat(call.lastRequest()).contains(new Line.Caller("what are your opening hours"));
    }

    @Test
    void aTaskThatMustGoHandsTheCallOverWithoutHangingUp() {
        ScriptedCall call =
                answering(LONG).happens(7_000, new Fact.ShutDown(true)).runs(8_000);

        assertThat(call.commands(Command.HangUp.class)).isEmpty();
        assertThat(call.finish().reason()).isEqualTo(EndReason.HANDED_OVER);
    }

    @Test
    void nothingHappensAfterTheEnd() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .happens(1_000, new Fact.SocketClosed(true))
                .runs(2_000);
        Conversation ended = new Conversation(ScriptedCall.SETTINGS, List.of());
        ended.step(new Fact.SocketClosed(true), 0);

        assertThat(call.finish().outcome()).isEqualTo("abandoned");
        assertThat(ended.step(new Fact.Opened(false), 1_000_000)).isEmpty();
        assertThat(ended.timers()).isEqualTo(Map.of());
    }

    /// A call in which the agent says `reply` from about 4.7 s on.
    private static ScriptedCall answering(String reply) {
        return new ScriptedCall()
                .opens()
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays(reply);
    }
}
