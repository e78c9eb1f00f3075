package dev.pickup.media.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceMelodyTest {
    private static final int WINDOW = VoiceActivity.WINDOW_SAMPLES;

    @ParameterizedTest
    @ValueSource(doubles = {100, 120, 180, 240, 320})
    void aVoiceThatFallsEndsBelowItsUsualPitch(double hz) {
        VoiceMelody melody = new VoiceMelody();
        melody.begin();
        speak(melody, 40, _ -> hz, _ -> 6_000);
        speak(melody, 8, done -> hz * Math.pow(2, -5 * done / 12), done -> 6_000 * (1 - 0.7 * done));

        VoiceMelody.Ending ending = melody.ending().orElseThrow();
        assertThat(ending.level()).isBetween(-6.0, -3.0);
        assertThat(ending.slope()).isBetween(-6.0, -1.5);
        assertThat(ending.energy()).isLessThan(-3);
    }

    @Test
    void aVowelHeldOnOnePitchIsLongAndLevel() {
        VoiceMelody melody = new VoiceMelody();
        melody.begin();
        speak(melody, 30, done -> 150 + 20 * Math.sin(20 * done), _ -> 5_000);
        speak(melody, 12, _ -> 150, _ -> 5_000);

        VoiceMelody.Ending ending = melody.ending().orElseThrow();
        assertThat(ending.slope()).isBetween(-0.8, 0.8);
        assertThat(ending.lastVoicedMs()).isGreaterThanOrEqualTo(350);
    }

    @Test
    void aVoiceThatRisesIsHeardToRise() {
        VoiceMelody melody = new VoiceMelody();
        melody.begin();
        speak(melody, 40, _ -> 110, _ -> 5_000);
        speak(melody, 8, done -> 110 * Math.pow(2, 6 * done / 12), _ -> 5_000);

        assertThat(melody.ending().orElseThrow().slope()).isGreaterThan(1.5);
    }

    @Test
    void noiseHasNoMelody() {
        VoiceMelody melody = new VoiceMelody();
        Random random = new Random(1);
        melody.begin();
        for (int i = 0; i < 40; i++) {
            short[] noise = new short[WINDOW];
            for (int s = 0; s < WINDOW; s++) {
                noise[s] = (short) (random.nextGaussian() * 3_000);
            }
            melody.window(noise, 0);
        }

        assertThat(melody.ending()).isEmpty();
    }

    @Test
    void silenceHasNoMelody() {
        VoiceMelody melody = new VoiceMelody();
        melody.begin();
        for (int i = 0; i < 20; i++) {
            melody.window(new short[WINDOW], 0);
        }

        assertThat(melody.ending()).isEmpty();
    }

    /// A voice of ten harmonics, its pitch and loudness functions of how much of it is over.
    private static void speak(
            VoiceMelody melody, int windows, DoubleUnaryOperator pitchHz, DoubleUnaryOperator loudness) {
        double phase = 0;
        int total = windows * WINDOW;
        for (int window = 0; window < windows; window++) {
            short[] samples = new short[WINDOW];
            for (int i = 0; i < WINDOW; i++) {
                double done = (double) (window * WINDOW + i) / total;
                phase += 2 * Math.PI * pitchHz.applyAsDouble(done) / 16_000;
                double value = 0;
                for (int harmonic = 1; harmonic <= 10; harmonic++) {
                    value += Math.sin(harmonic * phase) / harmonic;
                }
                samples[i] = (short) (value * loudness.applyAsDouble(done));
            }
            melody.window(samples, 0);
        }
    }
}
