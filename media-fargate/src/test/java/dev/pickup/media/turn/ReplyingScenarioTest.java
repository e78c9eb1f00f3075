package dev.pickup.media.turn;

import static dev.pickup.media.turn.ScriptedCall.LONG;
import static dev.pickup.media.turn.ScriptedCall.answering;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The model, its tools and the voice, and how they fail, in virtual time.
class ReplyingScenarioTest {
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
        TurnSettings settings = TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
                .greeting("Hello.")
                .hasFallback(false)
                .build();
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
    void aSlowToolIsExcusedOnceAndTheAnswerComesAfterTheExcuseNotOverIt() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .toolAnswers("ok", 1_500)
                .says(2_500, "can I come on Tuesday please", 1_500)
                .modelSays("tool:check_availability")
                .modelSays("Tuesday is free.")
                .runs(14_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.CHECKING + " Tuesday is free.");
        assertThat(call.firstMs(Command.SpeakClause.class, 4_000) - call.firstMs(Command.RunTool.class, 4_000))
                .isEqualTo(800);
        List<ScriptedOutput.Heard> heard = call.heard();
        assertThat(IntStream.range(1, heard.size()))
                .allMatch(i -> heard.get(i - 1).endMs() <= heard.get(i).startMs());
    }

    @Test
    void aQuickToolNeedsNoExcuse() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .toolAnswers("ok", 500)
                .says(2_500, "can I come on Tuesday please", 1_500)
                .modelSays("tool:check_availability")
                .modelSays("Tuesday is free.")
                .runs(14_000);

        assertThat(call.transcript()).endsWith("agent: Tuesday is free.").doesNotContain(Phrases.CHECKING);
    }

    @Test
    void aVoiceThatStopsHalfWayIsOpenedAgainAndThenApologizedFor() {
        ScriptedCall call = answering(LONG).voiceHangsFrom(4_000).runs(30_000);

        assertThat(call.commands(Command.OpenVoice.class)).hasSize(3);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
    }

    @Test
    void anAnswerThatIsMadeAndNeverGoesOutIsGivenOnceMore() {
        ScriptedCall call = answering(LONG).outputLoses(1).runs(20_000);

        assertThat(call.transcript())
                .endsWith("caller: what are your opening hours\nagent: " + Phrases.MOMENT + " " + LONG);
        assertThat(call.heard().stream().filter(h -> h.utterance() > 0).findFirst())
                .hasValueSatisfying(first -> assertThat(first.startMs()).isLessThan(7_000));
    }

    @Test
    void answersThatNeverGoOutEndInTheApology() {
        ScriptedCall call = answering(LONG).outputLoses(1).outputLoses(2).runs(30_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_TRANSFER);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
    }

    @Test
    void aGoodbyeThatNeverGoesOutEndsTheCallAllTheSame() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .outputLoses(1)
                .says(2_500, "that's all thank you", 1_200)
                .modelSays("Goodbye.", "tool:end_call")
                .runs(10_000);

        assertThat(call.finish().reason()).isEqualTo(EndReason.AGENT_HUNG_UP);
    }

    @Test
    void aReplyThatIsGivenUpWhileItWaitsForItsToolDoesNotBlockTheNextOne() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .toolAnswers("ok", 6_000)
                .says(2_500, "can I come on Tuesday please", 1_500)
                .modelSays("Let me see. ", "tool:check_availability")
                .transcript(6_500, "or better on Wednesday please", 5_600, 6_400, false)
                .modelSays("Wednesday is free.")
                .runs(20_000);

        assertThat(call.transcript()).endsWith("agent: Wednesday is free.").doesNotContain("sorry");
    }
}
