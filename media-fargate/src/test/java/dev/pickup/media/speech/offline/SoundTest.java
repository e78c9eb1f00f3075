package dev.pickup.media.speech.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoundTest {
    @Test
    void trimsSilenceButKeepsALittle() {
        short[] sound = new short[16_000];
        Arrays.fill(sound, 4_000, 8_000, (short) 9_000);

        assertThat(Sound.trimmed(sound)).hasSize(160 + 4_000 + 480);
    }

    @Test
    void allSilenceIsNoSound() {
        assertThat(Sound.trimmed(new short[800])).isEmpty();
    }

    @Test
    void aLoopOfTokensIsCutOffButFourInARowAreNot() {
        assertThat(Repetition.looped(new int[] {9, 5, 5, 5, 5}, 5)).isZero();
        assertThat(Repetition.looped(new int[] {9, 5, 5, 5, 5, 5}, 6)).isEqualTo(4);
        assertThat(Repetition.looped(new int[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2}, 10))
                .isEqualTo(8);
    }

    @Test
    void theCacheForgetsWhatWasUsedLeastRecently() {
        SoundCache cache = new SoundCache();
        short[] tenSeconds = new short[160_000];
        for (int i = 0; i < 110; i++) {
            cache.add("v", "text " + i, tenSeconds);
            assertThat(cache.find("v", "text 0")).isPresent();
        }

        assertThat(cache.find("v", "text 1")).isEmpty();
        assertThat(cache.find("v", "text 109")).isPresent();
    }
}
