package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StallWatchTest {
    private final StallWatch watch = new StallWatch(1_800);

    @Test
    void speechWithoutAnyResultIsOverdueOnce() {
        watch.speechStarted(1_000);

        assertThat(watch.overdue(2_700)).isFalse();
        assertThat(watch.overdue(2_800)).isTrue();
        assertThat(watch.overdue(5_000))
                .as("nothing better came of the first replacement")
                .isFalse();
    }

    @Test
    void resultsThatStopInTheMiddleAreOverdueToo() {
        watch.speechStarted(1_000);
        watch.heard(2_500);

        assertThat(watch.overdue(4_200)).isFalse();
        assertThat(watch.overdue(4_300)).isTrue();
    }

    @Test
    void aCoughAndSilenceAreNotSpeech() {
        watch.speechStarted(1_000);
        watch.speechPaused(1_400);

        assertThat(watch.overdue(9_000)).isFalse();
    }

    @Test
    void aTurnThatWasAnsweredIsOver() {
        watch.speechStarted(1_000);
        watch.speechPaused(2_500);
        watch.heard(2_900);

        assertThat(watch.overdue(20_000)).isFalse();
    }

    @Test
    void speechThatPausedUnansweredIsOverdue() {
        watch.speechStarted(1_000);
        watch.speechPaused(2_500);

        assertThat(watch.overdue(2_800)).isTrue();
    }
}
