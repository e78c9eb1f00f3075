package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Replies that are begun before the caller's turn is confirmed, in virtual time. The caller's words end at 4,000 ms
/// and are known at 4,250 ms; a turn that may go on is over at 4,720 ms.
class SpeculationScenarioTest {
    private static final String UNSURE = "the blue one over there";

    @Test
    void theModelBeginsOnThePartialAndIsHeardOnlyWhenTheTurnIsOver() {
        ScriptedCall call = asking(UNSURE).modelSays("Certainly.").runs(8_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.firstMs(Command.StartModel.class, 0)).isEqualTo(4_250);
        assertThat(call.firstMs(Command.Rehearse.class, 0)).isEqualTo(4_470);
        assertThat(call.firstMs(Command.OpenRehearsed.class, 0)).isEqualTo(4_720);
        assertThat(call.heard().getLast().startMs()).isEqualTo(4_720);
        assertThat(call.transcript()).endsWith("caller: " + UNSURE + "\nagent: Certainly.");
        assertThat(call.commands(Command.NoteTokens.class)).containsExactly(new Command.NoteTokens(100, 20, 0, false));
    }

    @Test
    void theModelBeginsAtAHushBehindAThoughtAndBeforeThePause() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "", 1_500)
                .transcript(4_070, "are you open on Sunday", 2_500, 4_000, false)
                .happens(4_080, new Fact.SpeechHushed(4_000))
                .modelSays("On Sunday we are closed.")
                .runs(8_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.firstMs(Command.StartModel.class, 0)).isEqualTo(4_080);
        assertThat(call.firstMs(Command.OpenRehearsed.class, 0)).isEqualTo(4_350);
    }

    @Test
    void aHushInsideSpeechOrBehindHalfAThoughtIsNothing() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "", 3_000)
                .transcript(3_300, "are you open", 2_500, 3_100, false)
                .happens(3_310, new Fact.SpeechHushed(3_200))
                .transcript(4_100, "are you open on Sunday", 2_500, 3_500, false)
                .happens(4_110, new Fact.SpeechHushed(4_050))
                .modelSays("On Sunday we are closed.")
                .runs(5_000);

        assertThat(call.commands(Command.StartModel.class)).isEmpty();
    }

    @Test
    void hushesLeaveAReplyForThePause() {
        ScriptedCall call = new ScriptedCall().opens().modelSays("We are.").says(2_500, "", 5_500);
        for (int i = 1; i <= 9; i++) {
            long endMs = 3_000 + 500L * i;
            call.transcript(endMs + 70, "are you open on Sunday" + " or the day after".repeat(i), 2_500, endMs, false)
                    .happens(endMs + 80, new Fact.SpeechHushed(endMs));
        }
        call.transcript(8_200, "are you open on Sunday or never", 2_500, 8_000, false)
                .runs(12_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(3);
        assertThat(call.firstMs(Command.StartModel.class, 7_000)).isEqualTo(8_200);
    }

    @Test
    void whatWasWrittenAheadIsThrownAwayWhenTheWordsChangeAndPaidForAllTheSame() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "I would like the blue one", 1_500)
                .says(4_300, "no the red one", 900)
                .modelSays("Blue it is.")
                .modelSays("Red it is.")
                .runs(10_000);

        assertThat(call.transcript())
                .endsWith("caller: I would like the blue one no the red one\nagent: Red it is.")
                .doesNotContain("Blue");
        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.commands(Command.NoteTokens.class))
                .extracting(Command.NoteTokens::discarded)
                .containsExactly(true, false);
    }

    @Test
    void aClauseThatWasRehearsedInVainIsNeverHeardAndPaidFor() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, UNSURE, 1_500)
                .says(4_520, "no the red one", 900)
                .modelSays("Blue it is.")
                .modelSays("Red it is.")
                .runs(10_000);

        assertThat(call.commands(Command.Rehearse.class))
                .extracting(Command.Rehearse::text)
                .containsExactly("Blue it is.", "Red it is.");
        assertThat(call.commands(Command.DropRehearsal.class)).hasSize(1);
        assertThat(call.commands(Command.NoteCharacters.class))
                .contains(new Command.NoteCharacters("Blue it is.".length()));
        assertThat(call.commands(Command.OpenRehearsed.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("agent: Red it is.").doesNotContain("Blue");
    }

    @Test
    void theClausesBehindTheRehearsedOnesAreSpokenOnceEach() {
        ScriptedCall call = asking(UNSURE)
                .modelSays("Certainly, ", "of course. ", "We have it here. ", "Anything else?")
                .runs(12_000);

        assertThat(call.commands(Command.SpeakClause.class).stream().filter(c -> c.utterance() == 1))
                .extracting(Command.SpeakClause::clause)
                .containsExactly(2);
        assertThat(call.transcript()).endsWith("agent: Certainly, of course. We have it here. Anything else?");
    }

    @Test
    void behindAShortFirstClauseTheSecondIsRehearsedTooSoThatNoGapIsHeard() {
        ScriptedCall call = asking(UNSURE)
                .modelSays("Sure. ", "On Tuesday we are open from nine to five. ", "When would you like to come?")
                .runs(14_000);

        assertThat(call.commands(Command.Rehearse.class))
                .extracting(Command.Rehearse::text)
                .containsExactly("Sure.", "On Tuesday we are open from nine to five.");
        List<ScriptedOutput.Heard> answer =
                call.heard().stream().filter(h -> h.utterance() == 1).toList();
        assertThat(answer.get(1).startMs())
                .isEqualTo(answer.getFirst().endMs())
                .isLessThan(answer.getLast().startMs());
        assertThat(call.transcript())
                .endsWith("agent: Sure. On Tuesday we are open from nine to five. When would you like to come?");
    }

    @Test
    void aVoiceThatBreaksAtARehearsalIsOpenedAgain() {
        ScriptedCall call = asking(UNSURE).modelSays("Certainly.").runs(4_600);
        call.voiceFails(1).runs(9_000);

        assertThat(call.transcript()).endsWith("agent: Certainly.");
        assertThat(call.commands(Command.OpenVoice.class)).hasSize(2);
    }

    @Test
    void aReplyThatWasBrokenOffIsChargedByEstimate() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "I would like the blue one", 1_500)
                .says(4_340, "no the red one", 900)
                .modelSays("Blue ", "stall")
                .modelSays("Red it is.")
                .runs(10_000);

        Command.NoteTokens broken = call.commands(Command.NoteTokens.class).getFirst();
        assertThat(broken.discarded()).isTrue();
        assertThat(broken.input()).isBetween(5L, 40L);
        assertThat(broken.output()).isEqualTo(1);
    }

    @Test
    void withoutSpeculationTheModelIsAskedWhenTheTurnIsOver() {
        ScriptedCall call = new ScriptedCall(ScriptedCall.SETTINGS.withSpeculations(0), List.of())
                .opens()
                .says(2_500, UNSURE, 1_500)
                .modelSays("Certainly.")
                .runs(8_000);

        assertThat(call.firstMs(Command.StartModel.class, 0)).isEqualTo(4_720);
        assertThat(call.transcript()).endsWith("caller: " + UNSURE + "\nagent: Certainly.");
    }

    @Test
    void noToolRunsBeforeTheTurnIsConfirmed() {
        ScriptedCall call = asking("book me the blue one over there")
                .modelSays("tool:book_appointment")
                .modelSays("Done.")
                .runs(10_000);

        assertThat(call.commands(Command.RunTool.class)).hasSize(1);
        assertThat(call.firstMs(Command.RunTool.class, 0)).isEqualTo(4_720);
    }

    @Test
    void aToolThatOnlyADiscardedReplyWantedNeverRuns() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "book me the blue one", 1_500)
                .says(4_450, "or rather nothing at all", 900)
                .modelSays("tool:book_appointment")
                .modelSays("As you like.")
                .runs(12_000);

        assertThat(call.commands(Command.RunTool.class)).isEmpty();
        assertThat(call.transcript()).endsWith("agent: As you like.");
    }

    @Test
    void aCallerWhoPausesAfterEveryPhraseCostsABoundedNumberOfReplies() {
        ScriptedCall call = new ScriptedCall().opens().modelSays("Yes.");
        for (int i = 0; i < 12; i++) {
            call.says(2_500 + 1_000L * i, "the blue thing " + i + " over there", 600);
        }
        call.runs(30_000);

        assertThat(call.commands(Command.StartModel.class)).hasSizeLessThanOrEqualTo(4);
        assertThat(call.transcript()).endsWith("agent: Yes.");
    }

    @Test
    void nothingIsWrittenAheadWhileTheThoughtHangs() {
        ScriptedCall call =
                asking("I would like the blue one and").modelSays("Yes?").runs(5_200);

        assertThat(call.commands(Command.StartModel.class)).isEmpty();
        call.runs(9_000);
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @Test
    void aModelThatFailsAheadIsAskedAgainWhenTheTurnIsOver() {
        ScriptedCall call =
                asking(UNSURE).modelSays("fail").modelSays("Certainly.").runs(9_000);

        assertThat(call.transcript()).endsWith("agent: Certainly.");
        assertThat(call.commands(Command.PlayClip.class)).isEmpty();
    }

    @Test
    void aFinalThatSaysTheSameChangesNothing() {
        ScriptedCall call = asking("call four one five five five five oh one four two")
                .transcript(4_900, "Call 415 555 0142.", 2_500, 4_000, true)
                .modelSays("Certainly.")
                .runs(9_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("caller: Call 415 555 0142.\nagent: Certainly.");
    }

    @Test
    void aFinalThatDiffersCorrectsTheTurnWhileNothingOfTheAnswerIsHeard() {
        ScriptedCall call = asking("are you open on Sunday")
                .transcript(4_400, "Are you open on Monday?", 2_500, 4_000, true)
                .modelSays("On Sunday ", "we ", "are ", "closed.")
                .modelSays("On Monday we are open.")
                .runs(9_000);

        assertThat(call.transcript())
                .endsWith("caller: Are you open on Monday?\nagent: On Monday we are open.")
                .doesNotContain("Sunday");
        assertThat(call.lastRequest().getLast()).isEqualTo(new Line.Caller("Are you open on Monday?"));
    }

    @Test
    void aFinalThatComesWhenTheAnswerIsHeardOnlyMendsTheTranscript() {
        ScriptedCall call = asking("are you open on Sunday")
                .transcript(5_200, "Are you open on Monday?", 2_500, 4_000, true)
                .modelSays("On Sunday we are closed.")
                .runs(9_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("caller: Are you open on Monday?\nagent: On Sunday we are closed.");
    }

    private static ScriptedCall asking(String words) {
        return new ScriptedCall(ScriptedCall.SETTINGS, List.of()).opens().says(2_500, words, 1_500);
    }
}
