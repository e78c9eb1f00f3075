package dev.pickup.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes to a Twilio caller, held against sines.
class MuLawEncoderTest {
    private static final int FRAMES = 50;

    @Test
    void everyCodeIsItsOwnInverse() {
        for (int code = 0; code < 256; code++) {
            short linear = G711.muLaw((byte) code);
            assertThat(G711.muLaw(G711.toMuLaw(linear))).as("code " + code).isEqualTo(linear);
        }
        assertThat(G711.muLaw(G711.toMuLaw(Short.MIN_VALUE))).isEqualTo((short) -32124);
        assertThat(G711.muLaw(G711.toMuLaw(Short.MAX_VALUE))).isEqualTo((short) 32124);
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(ints = {200, 1000, 3000, 3400})
    void speechPasses(int hertz) {
        assertThat(level(hertz)).isBetween(0.9, 1.1);
    }

    /// 5,000 Hz would fold back to 3,000 Hz, 7,000 Hz to 1,000 Hz. What is left is the companding's own noise.
    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(ints = {4500, 5000, 6000, 7000})
    void whatATelephoneCannotCarryDoesNotFoldBack(int hertz) {
        assertThat(level(hertz)).isLessThan(0.01);
    }

    /// 160 bytes for each 20 ms, whatever came before.
    @Test
    void thereAndBackIsTheSameSoundLater() {
        MuLawEncoder encoder = new MuLawEncoder();
        WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.PCMU, 8000, ByteOrder.LITTLE_ENDIAN));
        List<AudioFrame> back = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] bytes = encoder.encode(sine(440, i));
            assertThat(bytes).hasSize(160);
            back.addAll(decoder.decode(bytes));
        }
        assertThat(back).hasSize(FRAMES);
        int delay = 64; // two filters of 32 samples each
        double error = 0;
        double energy = 0;
        for (int i = 2 * AudioFrame.SAMPLES; i < FRAMES * AudioFrame.SAMPLES; i++) {
            double was = value(440, i - delay);
            double is = back.get(i / AudioFrame.SAMPLES).sample(i % AudioFrame.SAMPLES);
            error += (is - was) * (is - was);
            energy += was * was;
        }
        assertThat(10 * Math.log10(energy / error)).isGreaterThan(30); // dB; mu-law itself gives about 37
    }

    /// The level of a sine after encoding, compared with before.
    private static double level(int hertz) {
        MuLawEncoder encoder = new MuLawEncoder();
        double before = 0;
        double after = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] bytes = encoder.encode(sine(hertz, i));
            for (int k = 0; i > 1 && k < bytes.length; k++) {
                double sample = G711.muLaw(bytes[k]);
                after += sample * sample;
                before += 10_000.0 * 10_000.0 / 2;
            }
        }
        return Math.sqrt(after / before);
    }

    private static AudioFrame sine(int hertz, int frame) {
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(value(hertz, frame * AudioFrame.SAMPLES + i));
        }
        return AudioFrame.owning(samples);
    }

    private static double value(int hertz, int sample) {
        return 10_000 * Math.sin(2 * Math.PI * hertz * sample / AudioFrame.SAMPLE_RATE_HZ);
    }
}
