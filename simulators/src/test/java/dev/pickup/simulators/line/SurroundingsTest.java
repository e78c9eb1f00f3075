package dev.pickup.simulators.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.simulators.caller.Pcm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private final short[] silence = new short[Pcm.FRAME_SAMPLES];

    @Test
    void withoutAnyTheVoiceIsLeftAlone() {
        short[] said = tone();

        assertThat(new Surroundings().over(said, tone())).isSameAs(said);
    }

    @Test
    void anEchoComesBackLaterAndSofter() {
        Surroundings surroundings = new Surroundings().echo(50, -20);
        short[] all = new short[5 * Pcm.FRAME_SAMPLES];
        for (int frame = 0; frame < 5; frame++) {
            short[] heard = frame == 0 ? tone() : silence;
            System.arraycopy(surroundings.over(silence, heard), 0, all, frame * Pcm.FRAME_SAMPLES, Pcm.FRAME_SAMPLES);
        }

        int delay = 50 * Pcm.SAMPLES_PER_MS;
        assertThat(Arrays.copyOf(all, delay)).containsOnly(0);
        for (int i = 0; i < Pcm.FRAME_SAMPLES; i++) {
            assertThat((double) all[delay + i]).isCloseTo(0.1 * tone()[i], within(0.51));
        }
        assertThat(all[delay + Pcm.FRAME_SAMPLES]).isZero();
    }

    @Test
    void backgroundsAreAsLoudAsWantedUnderSpeechToo() {
        assertThat(levelDbfs(new Surroundings().noise(-40, 1))).isCloseTo(-40, within(0.5));
        assertThat(levelDbfs(new Surroundings().babble(-40, 1))).isCloseTo(-40, within(0.5));

        short[] said = tone();
        assertThat(new Surroundings().babble(-40, 1).over(said, silence)).isNotEqualTo(said);
        assertThat(said).isEqualTo(tone());
    }

    private double levelDbfs(Surroundings surroundings) {
        double sum = 0;
        int frames = 200;
        for (int frame = 0; frame < frames; frame++) {
            for (short sample : surroundings.over(silence, silence)) {
                sum += sample * sample;
            }
        }
        return 10 * Math.log10(sum / frames / Pcm.FRAME_SAMPLES / 32_768 / 32_768);
    }

    private static short[] tone() {
        short[] tone = new short[Pcm.FRAME_SAMPLES];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (8_000 * Math.sin(i / 5.0));
        }
        return tone;
    }
}
