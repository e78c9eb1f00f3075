package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.turn.Timer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueTimersTest {
    private final DueTimers timers = new DueTimers();

    @Test
    void aTimerIsTakenOnceWhenItsTimeHasCome() {
        timers.arm(Timer.VOICE, 3_000);

        assertThat(timers.take(Timer.VOICE, 2_999)).isFalse();
        assertThat(timers.take(Timer.VOICE, 3_000)).isTrue();
        assertThat(timers.take(Timer.VOICE, 3_000)).isFalse();
        assertThat(timers.take(Timer.MODEL, 3_000)).isFalse();
    }

    @Test
    void whatWasCancelledIsNotTakenAndWhatWasArmedAnewWaitsForIt() {
        timers.arm(Timer.VOICE, 3_000);
        timers.arm(Timer.MODEL, 3_000);
        timers.cancel(Timer.VOICE);
        timers.arm(Timer.MODEL, 5_000);

        assertThat(timers.take(Timer.VOICE, 4_000)).isFalse();
        assertThat(timers.take(Timer.MODEL, 4_000)).isFalse();
        assertThat(timers.next(9_000)).isEqualTo(5_000);
        assertThat(timers.next(4_500)).isEqualTo(4_500);
    }

    @Test
    void aTimerThatIsDelayedComesThatMuchLaterAndInTimeAgainWhenItIsNot() {
        timers.arm(Timer.ENDPOINT, 3_000);
        timers.delay(Timer.ENDPOINT, 90);

        assertThat(timers.take(Timer.ENDPOINT, 3_089)).isFalse();
        assertThat(timers.next(9_000)).as("nobody wakes up for nothing").isEqualTo(3_090);
        timers.arm(Timer.ENDPOINT, 4_000);
        assertThat(timers.take(Timer.ENDPOINT, 4_090)).isTrue();

        timers.arm(Timer.ENDPOINT, 5_000);
        timers.delay(Timer.ENDPOINT, 0);
        assertThat(timers.take(Timer.ENDPOINT, 5_000)).isTrue();
    }

    @Test
    void factsThatWaitGoFirst() {
        assertThat(timers.turn(true)).isFalse();
        assertThat(timers.turn(true)).isFalse();
        assertThat(timers.turn(false)).isTrue();
    }

    @Test
    void aFloodOfFactsDoesNotStopTheTimers() {
        assertThat(IntStream.range(0, 3 * DueTimers.MOST_FACTS_FIRST)
                        .filter(_ -> timers.turn(true))
                        .count())
                .isEqualTo(3);
    }
}
