package dev.pickup.media.speech.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMelTest {
    private static float[] twoTones = {};

    /// A second of 440 and 1,234.5 Hz after seven of silence.
    @BeforeAll
    static void spectrogram() {
        short[] samples = new short[16_000];
        for (int i = 0; i < samples.length; i++) {
            double value =
                    0.3 * Math.sin(2 * Math.PI * 440 * i / 16_000) + 0.1 * Math.sin(2 * Math.PI * 1_234.5 * i / 16_000);
            samples[i] = (short) Math.rint(value * 32_767);
        }
        twoTones = LogMel.of(samples);
    }

    /// Computed with NumPy from the extractor's definition.
    @ParameterizedTest
    @CsvSource({
        "0,   0, -0.1217",
        "11, 699, 0.7993",
        "11, 750, 1.8783",
        "12, 750, 1.7336",
        "13, 705, -0.1217",
        "25, 760, -0.0153",
        "26, 760, 0.0960",
        "40, 799, 0.2609",
        "79, 790, -0.1217"
    })
    void isWhatTheExtractorMakes(int band, int column, float value) {
        assertThat(twoTones[band * LogMel.COLUMNS + column]).isCloseTo(value, within(0.002f));
    }

    @Test
    void onlyTheLastEightSecondsCount() {
        short[] longer = new short[LogMel.SAMPLES + 16_000];
        short[] last = new short[LogMel.SAMPLES];
        for (int i = 0; i < longer.length; i++) {
            longer[i] = (short) (3_000 * Math.sin(i * i / 1e7));
        }
        System.arraycopy(longer, 16_000, last, 0, last.length);

        assertThat(LogMel.of(longer)).isEqualTo(LogMel.of(last));
    }
}
