package dev.pickup.media.speech.polly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.polly.ServiceTerms;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstSoundTest {
    private static final int REPLIES = 10_000;

    private final FirstSound first = new FirstSound(500);

    @Test
    void aQuickVoiceIsNotLateBeforeHalfASecond() {
        soundsAfter(100);

        assertThat(first.isLate(499)).isFalse();
        assertThat(first.isLate(500)).isTrue();
    }

    @Test
    void aSlowVoiceIsGivenItsTimeButNotEveryTime() {
        soundsAfter(450);
        assertThat(first.isLate(1_070)).isFalse();
        assertThat(first.isLate(1_090)).isTrue();

        soundsAfter(1_100);
        assertThat(first.isLate(1_200)).isTrue();
    }

    @Test
    void atThePublishedTimesOneReplyInAHundredIsLate() {
        Random random = new Random(7);
        var latency = ServiceTerms.published().firstAudio();
        long late = IntStream.range(0, REPLIES)
                .mapToLong(_ -> latency.sample(random).toMillis())
                .filter(ms -> {
                    boolean isLate = first.isLate(ms);
                    first.seen(ms);
                    return isLate;
                })
                .count();

        assertThat(late).isBetween(1L, REPLIES / 60L);
    }

    private void soundsAfter(long ms) {
        IntStream.range(0, 200).forEach(_ -> first.seen(ms));
    }
}
