package dev.pickup.simulators.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.simulators.Tones;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(ints = {8000, 11025, 22050, 24000, 44100, 48000})
    void aToneKeepsItsLevelAndItsLength(int rate) {
        Pcm out = Resampler.resample(tone(rate, 1000, rate), rate);
        assertThat(out.length()).isCloseTo(16000, within(1));
        assertThat(db(Tones.rms(out, 2000, 12000) / (8000 / Math.sqrt(2)))).isCloseTo(0, within(0.1));
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(ints = {22050, 44100, 48000})
    void whatWouldFoldBackIsTakenOut(int rate) {
        Pcm out = Resampler.resample(tone(rate, 9000, rate), rate);
        assertThat(db(Tones.rms(out, 2000, 12000) / (8000 / Math.sqrt(2)))).isLessThan(-60);
    }

    @Test
    void noImageOfAToneIsHeardAbove() {
        // 3 kHz at 8 kHz has its image at 5 kHz: what remains when the tone itself is taken out.
        Pcm out = Resampler.resample(tone(8000, 3000, 8000), 8000);
        double image = bin(out, 5000);
        double tone = bin(out, 3000);
        assertThat(db(image / tone)).isLessThan(-60);
    }

    @Test
    void piecesSoundLikeTheWhole() {
        short[] sound = Tones.tone(1000, 440).toArray();
        Resampler whole = new Resampler(16000, 8000);
        short[] expected = whole.next(sound);
        Resampler pieces = new Resampler(16000, 8000);
        short[] actual = new short[0];
        for (int at = 0; at < sound.length; at += 320) {
            short[] piece = pieces.next(Arrays.copyOfRange(sound, at, at + 320));
            int length = actual.length;
            actual = Arrays.copyOf(actual, length + piece.length);
            System.arraycopy(piece, 0, actual, length, piece.length);
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(expected.length).isBetween(7960, 8000);
    }

    private static float[] tone(int rate, double hz, int samples) {
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            sound[i] = (float) (8000 / 32768.0 * Math.sin(2 * Math.PI * hz * i / rate));
        }
        return sound;
    }

    private static double bin(Pcm sound, double hz) {
        double re = 0;
        double im = 0;
        for (int i = 1600; i < 14400; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - 1600) / 12800);
            re += window * sound.sample(i) * Math.cos(2 * Math.PI * hz * i / 16000);
            im += window * sound.sample(i) * Math.sin(2 * Math.PI * hz * i / 16000);
        }
        return Math.hypot(re, im);
    }

    private static double db(double ratio) {
        return 20 * Math.log10(ratio);
    }
}
