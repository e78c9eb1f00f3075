package dev.pickup.media.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong now = new AtomicLong();
    private final Breaker breaker = new Breaker(now::get);

    @Test
    void aFailureKeepsItAwayForTwoSecondsAndEachFurtherOneForTwiceAsLong() {
        assertThat(breaker.allows()).isTrue();
        for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            breaker.failed();
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(breaker.allows()).as("before %d s", seconds).isFalse();
            pass(Duration.ofMillis(1));
            assertThat(breaker.allows()).as("after %d s", seconds).isTrue();
        }
    }

    @Test
    void failuresOfRequestsThatWereUnderWayCountAsOne() {
        for (int i = 0; i < 20; i++) {
            breaker.failed();
        }
        pass(Duration.ofSeconds(2));
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.failures()).isEqualTo(20);
    }

    @Test
    void aSuccessForgivesAll() {
        breaker.failed();
        pass(Duration.ofSeconds(2));
        breaker.failed();
        breaker.worked();
        assertThat(breaker.allows()).isTrue();
        breaker.failed();
        pass(Duration.ofSeconds(2));
        assertThat(breaker.allows()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
