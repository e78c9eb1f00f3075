package dev.pickup.benchmarks.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.Interruption;
import dev.pickup.simulators.caller.CallReport.Response;
import dev.pickup.simulators.caller.CallReport.State;
import dev.pickup.simulators.caller.CallReport.StreamCounts;
import dev.pickup.simulators.caller.CallReport.Utterance;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineResultTest {
    private static final Line LINE = new Line("quiet", FaultScript.none());

    @Test
    void anAgentThatBeginsInsideTheCallersSentenceHasCutThemOffButNotOneThatIsInterrupted() {
        LineResult result = LineResult.of(
                LINE,
                report(
                        List.of(new Utterance(1_000, 2_000), new Utterance(4_000, 6_000), new Utterance(9_000, 10_000)),
                        List.of(new Utterance(2_500, 3_500), new Utterance(5_000, 5_500), new Utterance(7_000, 9_150)),
                        Optional.of(new Interruption(9_000, Optional.of(9_120.0), Optional.of(9_150.0)))),
                List.of("one", "two"),
                List.of("one"));

        assertThat(result.cutOffs()).isEqualTo(1);
        assertThat(result.clearMs()).contains(120.0);
        assertThat(result.silenceMs()).contains(150.0);
        assertThat(result.wordsLost()).isEqualTo(1);
        assertThat(result.responsesMs()).containsExactly(500.0);
    }

    @Test
    void wordsCountWhenTheyAreThereInOrder() {
        List<String> said = Words.of("What are your opening hours?");

        assertThat(Words.lost(said, Words.of("what are your opening hours"))).isZero();
        assertThat(Words.lost(said, Words.of("so what are the opening ours"))).isEqualTo(2);
        assertThat(Words.lost(said, Words.of(""))).isEqualTo(5);
        assertThat(Words.lost(said, Words.of("hours opening"))).isEqualTo(4);
    }

    @Test
    void theTableHasALineForEach() {
        LineResult result =
                LineResult.of(LINE, report(List.of(), List.of(), Optional.empty()), List.of("one"), List.of("one"));

        assertThat(LineResult.table(List.of(result, result)).lines().toList())
                .hasSize(6)
                .endsWith("    The caller never came to the interruption.")
                .element(4)
                .asString()
                .contains("quiet", "500", "-", "0/1");
    }

    private static CallReport report(
            List<Utterance> caller, List<Utterance> agent, Optional<Interruption> interruption) {
        return new CallReport(
                "call",
                "+14155550123",
                "+18779732766",
                Optional.empty(),
                Optional.empty(),
                State.ENDED,
                0,
                10_000,
                caller,
                agent,
                List.of(new Response(2_000, 2_500)),
                interruption.stream().toList(),
                List.of(),
                "",
                new StreamCounts(1, 0, 0, 0, 0, 0, 0, 0),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
