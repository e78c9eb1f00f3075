package dev.pickup.media.turn;

import static dev.pickup.media.turn.ScriptedCall.LONG;
import static dev.pickup.media.turn.ScriptedCall.answering;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How calls end, and how they change hands, in virtual time.
class EndingScenarioTest {
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

    @Test
    void aTaskThatMustGoHandsTheCallOverWithoutHangingUp() {
        ScriptedCall call =
                answering(LONG).happens(7_000, new Fact.ShutDown(true)).runs(8_000);

        assertThat(call.commands(Command.HangUp.class)).isEmpty();
        assertThat(call.finish().reason()).isEqualTo(EndReason.HANDED_OVER);
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
}
