package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.carrier.twilio.TwilioMediaCodec;
import dev.pickup.core.carrier.twilio.TwilioMediaMessage;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.MuLawEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against the product's own reading of Twilio's frames.
class TwilioWireTest {
    private static final String STREAM = "MZ" + "0f".repeat(16);

    private final TwilioWire wire = new TwilioWire("t0ken", "secret");

    @Test
    void theProductReadsWhatItWrites() {
        List<TwilioMediaMessage> opening =
                wire.opening().stream().map(TwilioMediaCodec::decode).toList();

        assertThat(opening.getFirst()).isEqualTo(new TwilioMediaMessage.Connected());
        assertThat(opening.getLast()).isInstanceOfSatisfying(TwilioMediaMessage.Started.class, start -> {
            assertThat(start.authToken()).contains("secret");
            assertThat(start.muLaw()).isTrue();
        });
        assertThat(TwilioMediaCodec.decode(
                        wire.media(SpokenLine.encoded(tone(0)).getFirst())))
                .isInstanceOfSatisfying(
                        TwilioMediaMessage.Media.class,
                        media -> assertThat(media.payload()).hasSize(160));
        assertThat(TwilioMediaCodec.decode(wire.mark("m1"))).isEqualTo(new TwilioMediaMessage.Mark("m1"));
        assertThat(TwilioMediaCodec.decode(wire.stop())).isEqualTo(new TwilioMediaMessage.Stopped());
    }

    @Test
    void itHearsWhatTheProductSays() {
        assertThat(wire.read(TwilioMediaCodec.media(STREAM, new MuLawEncoder().encode(AudioFrame.SILENCE))))
                .isEqualTo(new CallerWire.Heard.Sound(-1));
        assertThat(wire.read(TwilioMediaCodec.media(
                        STREAM, new MuLawEncoder().encode(AudioFrame.owning(tone(AudioFrame.SAMPLES / 2))))))
                .isInstanceOfSatisfying(
                        CallerWire.Heard.Sound.class,
                        sound -> assertThat(sound.firstSample()).isBetween(160, 200));
        assertThat(wire.read(TwilioMediaCodec.mark(STREAM, "e0u1c2"))).isEqualTo(new CallerWire.Heard.Mark("e0u1c2"));
        assertThat(wire.read(TwilioMediaCodec.clear(STREAM))).isEqualTo(new CallerWire.Heard.Clear());
    }

    /// A frame that is silent up to here.
    private static short[] tone(int from) {
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = from; i < samples.length; i++) {
            samples[i] = (short) (4_000 * Math.sin(i / 6.0));
        }
        return samples;
    }
}
