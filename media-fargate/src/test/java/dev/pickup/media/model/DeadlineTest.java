package dev.pickup.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final ModelTimeouts TIMEOUTS = new ModelTimeouts(
            Duration.ofSeconds(3),
            Duration.ofSeconds(8),
            Duration.ofSeconds(5),
            Duration.ofMillis(1_200),
            Duration.ofSeconds(60));

    private long nowMs;
    private final Deadline deadline = new Deadline(TIMEOUTS, () -> nowMs * 1_000_000);

    @Test
    void theFirstPieceHasItsOwnTime() {
        assertThat(remainingMs()).isEqualTo(8_000);
    }

    @Test
    void amidWordsTheNextAreDueSoon() {
        deadline.wordsFollow();
        nowMs = 20;
        deadline.wordsFollow();

        assertThat(remainingMs()).isEqualTo(1_200);
    }

    @Test
    void aModelThatIsSlowThroughoutIsGivenFourOfItsPausesAndNoMoreThanAnyOther() {
        deadline.wordsFollow();
        nowMs = 700;
        deadline.wordsFollow();
        assertThat(remainingMs()).isEqualTo(2_800);

        nowMs = 2_700;
        deadline.wordsFollow();
        assertThat(remainingMs()).isEqualTo(5_000);
    }

    @Test
    void afterSomethingElseThanWordsNobodyIsHurried() {
        deadline.wordsFollow();
        deadline.somethingCame();

        assertThat(remainingMs()).isEqualTo(5_000);
    }

    @Test
    void allOfItEndsInTime() {
        nowMs = 59_500;
        deadline.somethingCame();

        assertThat(remainingMs()).isEqualTo(500);
    }

    @Test
    void wordsMustFollowAmidASentenceAndWhereNoToolCanBeCalled() {
        assertThat(Deadline.wordsFollow("We are ", true)).isTrue();
        assertThat(Deadline.wordsFollow("Let me check. ", true)).isFalse();
        assertThat(Deadline.wordsFollow("Let me check. ", false)).isTrue();
        assertThat(Deadline.wordsFollow("", false)).isFalse();
    }

    private long remainingMs() {
        return deadline.remainingNanos() / 1_000_000;
    }
}
