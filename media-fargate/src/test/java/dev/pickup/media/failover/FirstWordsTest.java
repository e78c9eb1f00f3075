package dev.pickup.media.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstWordsTest {
    private static final long MS = 1_000_000;

    private final FirstWords firstWords = new FirstWords();

    @Test
    void aFirstWordIsLateWhenAllButTheBudgetsShareHaveCome() {
        tookMs(1, 100);

        assertThat(firstWords.allBut(0.1, "model")).contains(Duration.ofMillis(90));
        assertThat(firstWords.allBut(0.5, "model")).contains(Duration.ofMillis(50));
        assertThat(firstWords.allBut(0, "model")).contains(Duration.ofMillis(100));
        assertThat(firstWords.allBut(1, "model")).contains(Duration.ofMillis(1));
    }

    @Test
    void ofAFewRepliesNothingIsConcluded() {
        tookMs(1, 29);

        assertThat(firstWords.allBut(0.1, "model")).isEmpty();
        assertThat(firstWords.allBut(0.1, "another model")).isEmpty();
    }

    @Test
    void aServiceThatBecomesSlowerIsNoticed() {
        tookMs(1, 100);
        tookMs(1_001, 1_200);

        assertThat(firstWords.allBut(0.1, "model")).contains(Duration.ofMillis(1_180));
    }

    /// The published times of a quick model: 250 ms at the median, 500 ms at the 95th percentile, and one in fifty that
    /// hangs for 3 s.
    @Test
    void hedgingByItCostsTheBudgetAndShortensTheTail() {
        Random random = new Random(1);
        HedgeBudget budget = new HedgeBudget(3, 1);
        List<Double> alone = new ArrayList<>();
        List<Double> hedged = new ArrayList<>();
        int second = 0;
        for (int i = 0; i < 20_000; i++) {
            budget.earn("agent", 0.1);
            double first = draw(random);
            double late = firstWords
                    .allBut(0.1, "model")
                    .map(each -> each.toNanos() / 1e6)
                    .orElse(1_200.0);
            double word = first;
            if (first > late && budget.spend("agent")) {
                second++;
                word = Math.min(first, late + draw(random));
            }
            alone.add(first);
            hedged.add(word);
            firstWords.took("model", (long) (word * MS));
        }

        assertThat(second / 20_000.0).isBetween(0.05, 0.101);
        assertThat(percentile(hedged, 95)).isLessThan(percentile(alone, 95));
        assertThat(percentile(hedged, 99)).isLessThan(percentile(alone, 99) / 2);
    }

    private static double draw(Random random) {
        return random.nextInt(50) == 0 ? 3_000 : 250 * Math.exp(Math.log(2) / 1.645 * random.nextGaussian());
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * percent / 100);
    }

    private void tookMs(int from, int to) {
        for (int ms = from; ms <= to; ms++) {
            firstWords.took("model", ms * MS);
        }
    }
}
