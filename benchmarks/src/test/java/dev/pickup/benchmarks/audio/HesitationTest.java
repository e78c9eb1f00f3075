package dev.pickup.benchmarks.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HesitationTest {
    private static final int MS = 16;

    @Test
    void theLongestGapBecomesAsLongAsWantedAndNoSoundIsLost() {
        short[] sentence = new short[1_000 * MS]; // 100 ms of silence, then sound with gaps of 50 and 120 ms
        Arrays.fill(sentence, 100 * MS, 300 * MS, (short) 3_000);
        Arrays.fill(sentence, 350 * MS, 500 * MS, (short) 3_000);
        Arrays.fill(sentence, 620 * MS, 900 * MS, (short) 3_000);

        short[] hesitating = Hesitation.in(sentence, Duration.ofMillis(600));

        assertThat(hesitating).hasSize(sentence.length + 480 * MS);
        assertThat(Arrays.copyOfRange(hesitating, 0, 500 * MS)).isEqualTo(Arrays.copyOfRange(sentence, 0, 500 * MS));
        assertThat(Arrays.copyOfRange(hesitating, 500 * MS, 1_100 * MS)).containsOnly(0);
        assertThat(Arrays.copyOfRange(hesitating, 1_100 * MS, hesitating.length))
                .isEqualTo(Arrays.copyOfRange(sentence, 620 * MS, sentence.length));
    }

    @Test
    void aSentenceWithoutAGapIsRefused() {
        short[] sentence = new short[1_000 * MS];
        IntStream.range(100 * MS, 900 * MS).forEach(i -> sentence[i] = 3_000);

        assertThatThrownBy(() -> Hesitation.in(sentence, Duration.ofMillis(600)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no gap in the sentence.");
    }
}
