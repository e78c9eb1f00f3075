package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StallWatchTest {
    private static final long LONG = 60_000;

    private final StallWatch watch = new StallWatch(1_800);

    @Test
    void speechWithoutAnyResultIsOverdueOnce() {
        watch.speechStarted(1_000);

        assertThat(watch.overdue(2_700, LONG)).isFalse();
        assertThat(watch.overdue(2_800, LONG)).isTrue();
        assertThat(watch.overdue(5_000, LONG))
                .as("nothing better came of the first replacement")
                .isFalse();
    }

    @Test
    void resultsThatStopInTheMiddleAreOverdueToo() {
        watch.speechStarted(1_000);
        watch.heard(2_500);

        assertThat(watch.overdue(4_200, LONG)).isFalse();
        assertThat(watch.overdue(4_300, LONG)).isTrue();
    }

    @Test
    void aCoughAndSilenceAreNotSpeech() {
        watch.speechStarted(1_000);
        watch.speechPaused(1_400);

        assertThat(watch.overdue(9_000, LONG)).isFalse();
    }

    @Test
    void aTurnThatWasAnsweredIsOver() {
        watch.speechStarted(1_000);
        watch.speechPaused(2_500);
        watch.heard(2_900);

        assertThat(watch.overdue(20_000, LONG)).isFalse();
    }

    @Test
    void speechThatPausedUnansweredIsOverdue() {
        watch.speechStarted(1_000);
        watch.speechPaused(2_500);

        assertThat(watch.overdue(2_800, LONG)).isTrue();
    }

    @Test
    void aStreamThatWasGivenAWholeTurnAtOnceHasTimeToAnswer() {
        watch.speechStarted(300);
        watch.speechPaused(2_300);

        assertThat(watch.overdue(3_400, 20)).isFalse();
        assertThat(watch.overdue(5_180, 1_799)).isFalse();
        assertThat(watch.overdue(5_200, 1_800)).isTrue();
    }
}
