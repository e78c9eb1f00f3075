package dev.pickup.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long LIMIT_SECONDS = 20;

    @Test
    void oneRoundFollowsTheOtherAlsoAfterOneThatFailed() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        AtomicInteger count = new AtomicInteger();
        try (Rounds _ = new Rounds("test", Duration.ofMillis(1), () -> {
            three.countDown();
            if (count.incrementAndGet() == 2) {
                throw new IllegalStateException("the second round fails");
            }
            return Duration.ZERO;
        })) {
            assertThat(three.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingInterruptsARoundAndNoneFollows() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        Rounds rounds = new Rounds("test", Duration.ofMillis(1), () -> {
            count.incrementAndGet();
            begun.countDown();
            never.await();
            return Duration.ZERO;
        });
        assertThat(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        rounds.close();
        never.countDown();

        assertThat(count).hasValue(1);
    }
}
