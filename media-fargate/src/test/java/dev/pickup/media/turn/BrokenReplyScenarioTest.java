package dev.pickup.media.turn;

import static dev.pickup.media.turn.ScriptedCall.LONG;
import static dev.pickup.media.turn.ScriptedCall.answering;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A model that breaks off in the middle of what it says, in virtual time: the caller hears one whole reply.
class BrokenReplyScenarioTest {
    private static final String FIRST =
            "On weekdays we are open from nine in the morning to half past five in the evening, ";
    private static final String REST = "and from ten to two on Saturdays.";
    private static final String WHOLE = FIRST + REST;

    @Test
    void theClauseThatTheModelWasAtIsNotSpokenAndTheReplyIsAskedForAnew() {
        ScriptedCall call =
                answering("We are open ", "from ", "fail").modelSays(WHOLE).runs(16_000);

        assertThat(call.transcript()).endsWith("agent: " + WHOLE);
        assertThat(call.spoken(1)).isEqualTo(WHOLE);
        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.lastRequest().getLast()).isEqualTo(new Line.Caller("what are your opening hours"));
    }

    @Test
    void afterWordsWereSpokenTheModelGoesOnAfterTheLastOfThem() {
        ScriptedCall call =
                answering(FIRST, "and from ", "fail").modelSays(REST).runs(16_000);

        assertThat(call.transcript()).endsWith("agent: " + WHOLE);
        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.lastRequest()).endsWith(new Line.Agent(FIRST.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure, I can help. " + WHOLE,
                WHOLE,
                "on WEEKDAYS, we are **open** from nine in the morning to half past five in the evening - " + REST,
                REST,
            })
    void whoBeginsTheReplyOrItsSentenceAnewIsNotHeardTwice(String continuation) {
        String[] byWords = continuation.splitWithDelimiters("(?<= )", 0);
        ScriptedCall call = answering("Sure, I can help. ", FIRST, "and ", "fail")
                .modelSays(byWords)
                .runs(16_000);

        assertThat(call.transcript()).endsWith("agent: Sure, I can help. " + WHOLE);
        assertThat(call.spoken(1)).isEqualTo("Sure, I can help. " + WHOLE);
    }

    @Test
    void oneWhoStopsWithoutATokenIsTheSame() {
        ScriptedCall call =
                answering(FIRST, "and from ", "stall").modelSays(WHOLE).runs(20_000);

        assertThat(call.transcript()).endsWith("agent: " + WHOLE);
    }

    @Test
    void oneWhoHasNothingToAddHasSaidAllOfIt() {
        ScriptedCall call = answering("We are open from nine to five. ", "fail")
                .modelSays("We are open from nine to five.")
                .says(9_000, "great thank you", 900)
                .modelSays("You're welcome.")
                .runs(20_000);

        assertThat(call.transcript()).endsWith("""
                        agent: We are open from nine to five.
                        caller: great thank you
                        agent: You're welcome.""");
    }

    @Test
    void oneWhoBreaksTwiceIsApologizedForAndTheTranscriptHoldsWhatWasHeard() {
        ScriptedCall call = answering(FIRST, "and from ", "fail")
                .modelSays("and from ten ", "fail")
                .runs(20_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(call.turns.get(2).text()).isNotEmpty();
        assertThat(FIRST).startsWith(call.turns.get(2).text());
        assertThat((call.turns.get(2).text() + " " + call.turns.get(2).unheard()).strip())
                .isEqualTo(FIRST.strip());
        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_TRANSFER);
        assertThat(call.finish().outcome()).isEqualTo("transferred");
    }

    @Test
    void bothAttemptsArePaidForAndTheFirstCountsAsDiscardedOnlyWhenNothingOfItWasSpoken() {
        ScriptedCall spoke = answering(FIRST, "and ", "fail").modelSays(REST).runs(16_000);
        ScriptedCall silent = answering("We are ", "fail").modelSays(WHOLE).runs(16_000);

        assertThat(spoke.commands(Command.NoteTokens.class))
                .extracting(Command.NoteTokens::discarded)
                .containsExactly(false, false);
        assertThat(silent.commands(Command.NoteTokens.class))
                .extracting(Command.NoteTokens::discarded)
                .containsExactly(true, false);
        assertThat(spoke.commands(Command.NoteTokens.class))
                .allSatisfy(tokens -> assertThat(tokens.output()).isPositive());
    }

    @Test
    void theTimeThatABrokenAttemptTookIsNotOurs() {
        ScriptedCall call = answering("We are ", "fail").modelSays(WHOLE).runs(16_000);

        assertThat(call.turns.get(2).latency().orElseThrow().own()).isZero();
    }

    @Test
    void aCallerWhoTakesTheFloorMeanwhileHearsNoMoreOfIt() {
        ScriptedCall call = answering(FIRST, "and ", "stall")
                .says(6_000, "no I meant Sunday", 1_200)
                .modelSays("On Sunday we are closed.")
                .runs(20_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(2);
        assertThat(FIRST).startsWith(call.turns.get(2).text());
        assertThat(call.transcript()).endsWith("caller: no I meant Sunday\nagent: On Sunday we are closed.");
    }

    @Test
    void aReplyThatBreaksAfterItsToolGoesOnWithoutTheToolAndWithoutWhatWasSaidBeforeIt() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "can I come on Tuesday at three please", 1_500)
                .modelSays("Let me see. ", "tool:book_appointment")
                .modelSays("You are booked for Tuesday, ", "at ", "fail")
                .modelSays("You are booked for Tuesday, ", "at three.")
                .runs(16_000);

        assertThat(call.commands(Command.RunTool.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("agent: Let me see. You are booked for Tuesday, at three.");
        assertThat(call.lastRequest()).endsWith(new Line.Agent("You are booked for Tuesday,"));
    }

    @Test
    void aToolThatABrokenAttemptWantedRunsWhenTheNextOneWantsIt() {
        ScriptedCall call = new ScriptedCall()
                .opens()
                .says(2_500, "can I come on Tuesday at three please", 1_500)
                .modelSays("Let me see. ", "tool:book_appointment", "fail")
                .modelSays("Let me see. ", "tool:book_appointment")
                .modelSays("You are booked.")
                .runs(16_000);

        assertThat(call.commands(Command.RunTool.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("agent: Let me see. You are booked.");
    }

    @Test
    void whatIsNotWorthRepeatingIsNotRepeated() {
        ScriptedCall call = answering(LONG).modelSays("unused");
        call.happens(4_460, new Fact.ModelFailed(0, false)).runs(20_000);

        assertThat(call.commands(Command.StartModel.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_TRANSFER);
    }
}
