package dev.pickup.media.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A model that stays silent, in virtual time: when others are asked beside it, and how many.
class RivalsTest {
    private static final Duration AGAIN = Patience.USUAL.askAgainAfter();

    private final Set<Rivals.Step> paid = EnumSet.allOf(Rivals.Step.class);

    @Test
    void aSilentModelIsHedgedAndThenAskedAgainUntilThreeAreAtIt() {
        assertThat(asked(rivals(1_000, 1_200))).containsExactly("1000: 2", "1200: 3");
    }

    @Test
    void withoutABudgetForHedgingThereAreThreeAtOnce() {
        paid.remove(Rivals.Step.HEDGE);

        assertThat(asked(rivals(1_000, 1_200))).containsExactly("1200: 3");
        assertThat(asked(rivals(0, 1_200))).containsExactly("1200: 3");
    }

    @Test
    void aHedgeThatIsDueWithTheSecondAskingDoesNotReplaceIt() {
        assertThat(asked(rivals(1_200, 1_200))).containsExactly("1200: 2", "1200: 3");
    }

    @Test
    void forACallerWhoHasWaitedLongTwoAreAskedSooner() {
        assertThat(asked(rivals(1_200, 700))).containsExactly("700: 3");
        assertThat(asked(rivals(600, 700))).containsExactly("600: 2", "700: 3");
    }

    @Test
    void eachStepIsPaidForAndWhoCannotPayWaits() {
        paid.remove(Rivals.Step.SOONER);
        assertThat(asked(rivals(0, 700))).containsExactly("1200: 3");

        paid.clear();
        assertThat(asked(rivals(1_000, 700))).isEmpty();
    }

    @ParameterizedTest(name = "{0} ms of silence, a model that usually begins within {1} ms")
    @CsvSource({
        "0, 0, 1200",
        "250, 0, 1200",
        "350, 0, 1100",
        "600, 0, 850",
        "850, 0, 600",
        "2000, 0, 600",
        "2000, 800, 800",
        "600, 800, 850",
        "2000, 1700, 1200",
    })
    void theLongerACallerHasWaitedTheSoonerAModelIsLate(long silenceMs, long usualMs, long lateMs) {
        assertThat(Patience.USUAL.askAgainAfter(Duration.ofMillis(silenceMs), Duration.ofMillis(usualMs)))
                .hasMillis(lateMs);
    }

    @Test
    void whoHasWaitedLongestIsPaidForBeforeOthers() {
        assertThat(Patience.USUAL.reserve(Duration.ZERO, 15)).isEqualTo(15);
        assertThat(Patience.USUAL.reserve(Duration.ofMillis(600), 15)).isEqualTo(7.5);
        assertThat(Patience.USUAL.reserve(Duration.ofMillis(1_400), 15)).isZero();
    }

    private Rivals rivals(long hedgeMs, long soonerMs) {
        return new Rivals(Duration.ofMillis(hedgeMs), Duration.ofMillis(soonerMs), AGAIN, paid::contains);
    }

    /// Lets the time pass from one step to the next: when it was, and how many were at it then.
    private static List<String> asked(Rivals rivals) {
        List<String> asked = new ArrayList<>();
        int at = 1;
        for (var next = rivals.next(at); next.isPresent(); next = rivals.next(at)) {
            assertThat(rivals.due(next.get().toNanos() - 1, at))
                    .as("not before")
                    .isZero();
            int more = rivals.due(next.get().toNanos(), at);
            at += more;
            if (more > 0) {
                asked.add(next.get().toMillis() + ": " + at);
            }
        }
        return asked;
    }
}
