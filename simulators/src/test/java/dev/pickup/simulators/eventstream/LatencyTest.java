package dev.pickup.simulators.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void isDistributedAsItWasPublished() {
        Random random = new Random(1);
        Latency published = Latency.ofMillis(1_136, 1_527);
        long[] sorted = Stream.generate(() -> published.sample(random).toMillis())
                .limit(20_000)
                .mapToLong(ms -> ms)
                .sorted()
                .toArray();

        assertThat(sorted[10_000]).isBetween(1_120L, 1_150L);
        assertThat(sorted[19_000]).isBetween(1_500L, 1_555L);
    }

    @Test
    void someHangWhereTheyAreSaidTo() {
        Random random = new Random(1);
        Latency hanging = Latency.ofMillis(100, 200).withHanging(0.02, Duration.ofSeconds(4));

        assertThat(Stream.generate(() -> hanging.sample(random))
                        .limit(20_000)
                        .filter(Duration.ofSeconds(4)::equals)
                        .count())
                .isBetween(350L, 450L);
    }

    @Test
    void noneIsNone() {
        assertThat(Latency.NONE.sample(new Random(1))).isZero();
    }
}
