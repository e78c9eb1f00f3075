package dev.pickup.simulators.polly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountTest {
    @Test
    void theFirstTextsOfStreamsTakeAsLongAsPublishedAllTogetherAndNotEachTheSame() {
        ServiceTerms terms = ServiceTerms.published();
        var account = new PollySimulator.Account(
                terms, (_, _) -> new short[0], new Quota(terms), List.of(), new SplittableRandom(terms.seed()));

        List<Duration> firstAudio = IntStream.range(0, 1_001)
                .mapToObj(_ -> terms.firstAudio().sample(account.random()))
                .sorted()
                .toList();

        assertThat(firstAudio.get(500)).isBetween(Duration.ofMillis(285), Duration.ofMillis(315));
        assertThat(firstAudio.get(950)).isBetween(Duration.ofMillis(550), Duration.ofMillis(650));
    }
}
