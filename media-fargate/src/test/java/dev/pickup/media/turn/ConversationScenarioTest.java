package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whole calls in virtual time. The greeting takes 26 characters × 60 ms = 1,560 ms, from 80 ms on.
class ConversationScenarioTest {
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
}
