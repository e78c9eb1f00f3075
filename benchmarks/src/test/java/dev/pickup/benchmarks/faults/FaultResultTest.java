package dev.pickup.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.benchmarks.load.QuestionCaller.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultResultTest {
    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome(1_000, false),
            new Outcome(3_100, false),
            new Outcome(1_400, true),
            new Outcome(1_200, false),
            new Outcome(-1, true));

    @Test
    void gapsAreThoseOfCallsThatHeardSomethingAndLostOnesAreCounted() {
        FaultResult result = FaultResult.of("silence", OUTCOMES, 4, Map.of());

        assertThat(result.calls()).isEqualTo(5);
        assertThat(result.gapP50Ms()).isBetween(1_200.0, 1_400.0);
        assertThat(result.gapMaxMs()).isEqualTo(3_100);
        assertThat(result.lost()).isEqualTo(2);
    }

    @Test
    void callsThatHeardNothingAtAllHaveNoGap() {
        FaultResult result = FaultResult.of("silence", List.of(new Outcome(-1, true)), 0, Map.of("", 1L));

        assertThat(result.gapMaxMs()).isZero();
        assertThat(result.row()).contains("| 1 nothing |").endsWith("| 1 |");
    }

    @Test
    void aRowSaysWhatMostCallersHeardFirstAndFitsItsHead() {
        FaultResult result = FaultResult.of(
                "error", OUTCOMES, 4, Map.of("We are", 2L, FaultyCloud.REPLY, 3L, "We / " + FaultyCloud.REPLY, 1L));

        assertThat(result.row())
                .startsWith("| error | 4 | 3 the whole answer, 2 “We are”, 1 the whole answer after a stumble |");
        assertThat(result.row().chars().filter(letter -> letter == '|').count())
                .isEqualTo(FaultResult.head()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .chars()
                        .filter(letter -> letter == '|')
                        .count());
    }
}
