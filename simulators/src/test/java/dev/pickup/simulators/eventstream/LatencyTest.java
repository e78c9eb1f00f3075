package dev.pickup.simulators.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

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
    void noneIsNone() {
        assertThat(Latency.NONE.sample(new Random(1))).isZero();
    }
}
