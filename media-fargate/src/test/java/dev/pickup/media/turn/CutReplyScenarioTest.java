package dev.pickup.media.turn;

import static dev.pickup.media.turn.ScriptedCall.answering;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer that a filter or a limit cuts, in virtual time: the caller hears whole sentences or is told why not.
class CutReplyScenarioTest {
    private static final String FIRST = "We are open from nine to five. ";
    private static final String LATER =
            "On weekdays we are open from nine in the morning to half past five in the evening, ";

    @ParameterizedTest
    @EnumSource(names = {"FILTERED", "LENGTH"})
    void theSentenceThatWasCutIsNotSpokenAndThoseBeforeItAre(ModelEnd cut) {
        ScriptedCall call = answering(FIRST, "On ", "Fri", "end:" + cut).runs(16_000);

        assertThat(call.spoken(1)).isEqualTo(FIRST.strip());
        assertThat(call.transcript()).endsWith("agent: " + FIRST.strip());
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FILTERED", "LENGTH"})
    void aSentenceThatWasWholeIsSpokenAlthoughNothingFollowsIt(ModelEnd cut) {
        ScriptedCall call =
                answering(FIRST, "On Friday we close at noon.", "end:" + cut).runs(16_000);

        assertThat(call.spoken(1)).isEqualTo("We are open from nine to five. On Friday we close at noon.");
    }

    @Test
    void ofAnAnswerThatSaidNothingBeforeItsLimitTheWholeWordsAreSpoken() {
        ScriptedCall call = answering("We are ", "open from ni", "end:LENGTH").runs(16_000);

        assertThat(call.spoken(1)).isEqualTo("We are open from");
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "We are "})
    void anAnswerOfWhichAFilterLeftNoSentenceIsAskedForOnceMore(String left) {
        ScriptedCall call = answering(left, "end:FILTERED").modelSays(FIRST).runs(16_000);

        assertThat(call.spoken(1)).isEqualTo(FIRST.strip());
        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FILTERED", "LENGTH"})
    void anAnswerOfWhichNothingIsLeftTwiceIsApologizedFor(ModelEnd cut) {
        ScriptedCall call = answering("end:" + cut).modelSays("end:" + cut).runs(20_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_TRANSFER);
    }

    @Test
    void aSentenceThatAFilterLeftHangingIsAskedToGoOn() {
        ScriptedCall call = answering(LATER, "and on ", "end:FILTERED")
                .modelSays(LATER, "Saturdays until two.")
                .runs(20_000);

        assertThat(call.spoken(1)).isEqualTo(LATER + "Saturdays until two.");
        assertThat(call.lastRequest()).endsWith(new Line.Agent(LATER.strip()));
    }

    @Test
    void anAnswerThatWasTooLongEndsBehindItsLastClause() {
        ScriptedCall call = answering(LATER, "and on ", "end:LENGTH").runs(20_000);

        assertThat(call.spoken(1)).isEqualTo(LATER.strip());
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @Test
    void afterAToolAnAnswerThatWasFilteredAwayIsAskedForOnceMore() {
        ScriptedCall call = answering("Let me see. ", "tool:book_appointment")
                .modelSays("You are", "end:FILTERED")
                .modelSays("You are booked.")
                .runs(20_000);

        assertThat(call.transcript()).endsWith("agent: Let me see. You are booked.");
        assertThat(call.commands(Command.RunTool.class)).hasSize(1);
    }

    /// A guardrail's message is written by the account, with a full stop or without.
    @Test
    void whoDeclinesIsHeardToTheLastWord() {
        ScriptedCall call =
                answering("Sorry, I can't ", "talk about that", "end:DECLINED").runs(16_000);

        assertThat(call.transcript()).endsWith("agent: Sorry, I can't talk about that");
        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
    }

    @Test
    void aReplyThatWasRehearsedIsCutTheSame() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "I wanted to ask about the", 1_500)
                .transcript(4_300, "I wanted to ask about the hours", 2_500, 4_000, true)
                .modelSays("From nine to five. ", "On Fri", "end:FILTERED")
                .runs(16_000);

        assertThat(call.commands(Command.Rehearse.class))
                .extracting(Command.Rehearse::text)
                .doesNotContain("On Fri");
        assertThat(call.transcript()).endsWith("agent: From nine to five.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "We close at noon.                | true",
                "`We close at noon. `             | true",
                "She said: \"we close at noon.\" | true",
                "Really?                          | true",
                "We are closed…                   | true",
                "We close at                      | false",
                "On Fridays, we close,            | false",
                "You would see Dr.                | false",
                "That is at 3.                    | false",
                ".                                | false"
            })
    void whatIsAWholeSentence(String text, boolean whole) {
        assertThat(ClauseCutter.endsSentence(text)).isEqualTo(whole);
    }
}
