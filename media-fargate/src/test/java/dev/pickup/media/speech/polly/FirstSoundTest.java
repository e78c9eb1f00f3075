package dev.pickup.media.speech.polly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.polly.ServiceTerms;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSoundTest {
    private static final int REPLIES = 10_000;

    private final FirstSound first = new FirstSound(500);

    @Test
    void aQuickVoiceIsNotLateBeforeHalfASecond() {
        soundsAfter(100);

        assertThat(first.isLate(499, 0)).isFalse();
        assertThat(first.isLate(500, 0)).isTrue();
    }

    @Test
    void aSlowVoiceIsGivenItsTimeButNotEveryTime() {
        soundsAfter(450);
        assertThat(first.isLate(1_070, 0)).isFalse();
        assertThat(first.isLate(1_090, 0)).isTrue();

        soundsAfter(1_100);
        assertThat(first.isLate(1_200, 0)).isTrue();
    }

    @ParameterizedTest(name = "{0} ms of silence")
    @CsvSource({"0, 840", "1300, 840", "1400, 740", "1500, 640", "1720, 420", "1799, 420", "1800, 340", "9000, 175"})
    void theLongerACallerHasWaitedTheSoonerAVoiceIsLate(long silentMs, long lateMs) {
        assertThat(first.isLate(lateMs - 1, silentMs)).isFalse();
        assertThat(first.isLate(lateMs, silentMs)).isTrue();
    }

    @Test
    void aVoiceThatIsSlowForEverybodyIsGivenMoreTime() {
        soundsAfter(700);

        assertThat(first.isLate(835, 1_799)).isFalse();
        assertThat(first.isLate(845, 1_799)).isTrue();
        assertThat(first.isLate(345, 9_000)).isFalse();
        assertThat(first.isLate(355, 9_000)).isTrue();
    }

    @Test
    void whenAllHaveWaitedLongThereIsNoStorm() {
        int late = 0;
        for (int i = 0; i < 300; i++) {
            late += first.isLate(600, 9_000) ? 1 : 0;
            first.seen(350);
        }

        assertThat(late).as("twenty at once, then one reply in ten").isBetween(48, 51);
        assertThat(first.isLate(840, 9_000)).as("as late as for everybody").isTrue();
    }

    @Test
    void atThePublishedTimesOneReplyInAHundredIsLate() {
        Random random = new Random(7);
        var latency = ServiceTerms.published().firstAudio();
        long late = IntStream.range(0, REPLIES)
                .mapToLong(_ -> latency.sample(random).toMillis())
                .filter(ms -> {
                    boolean isLate = first.isLate(ms, 0);
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
