package dev.pickup.benchmarks.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptionTest {
    @Test
    void aWordTravelsInTheLowestBitsAndTheSoundStays() {
        short[] samples = speech();
        short[] before = samples.clone();

        new Caption(7, true, "Tuesday").write(samples, 0);

        assertThat(Caption.read(AudioFrame.owning(samples))).contains(new Caption(7, true, "Tuesday"));
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i] - before[i]).isBetween(-3, 3);
        }
    }

    @Test
    void aDamagedFrameSaysNothing() {
        short[] samples = speech();
        new Caption(7, false, "Tuesday").write(samples, 0);

        samples[30] ^= 1;

        assertThat(Caption.read(AudioFrame.owning(samples))).isEmpty();
    }

    @Test
    void soundWithoutCaptionSaysNothing() {
        assertThat(Caption.read(AudioFrame.SILENCE)).isEmpty();
        assertThat(Caption.read(AudioFrame.owning(speech()))).isEmpty();
    }

    @Test
    void theLongestWordFits() {
        short[] samples = speech();
        Caption longest = new Caption(0xffff, true, "x".repeat(Caption.MOST_TEXT_BYTES));

        longest.write(samples, 0);

        assertThat(Caption.read(AudioFrame.owning(samples))).contains(longest);
    }

    private static short[] speech() {
        Random random = new Random(3);
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (3_000 * random.nextGaussian());
        }
        return samples;
    }
}
