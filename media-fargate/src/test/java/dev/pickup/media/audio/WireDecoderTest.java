package dev.pickup.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireDecoderTest {
    @ParameterizedTest
    @EnumSource(ByteOrder.class)
    void findsTheByteOrderWhateverIsConfigured(ByteOrder real) {
        for (ByteOrder configured : ByteOrder.values()) {
            WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.L16, 16_000, configured));
            short[] speech = tone(16_000, 300, 16_000, 3_000);
            List<AudioFrame> frames = decode(decoder, bytes(speech, real), 640);

            assertThat(decoder.certain()).isTrue();
            assertThat(decoder.format().byteOrder()).isEqualTo(real);
            assertThat(frames.getFirst().sample(100)).as("even the first frame").isEqualTo(speech[100]);
        }
    }

    @Test
    void digitalSilenceTellsNothing() {
        WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.L16, 16_000, ByteOrder.BIG_ENDIAN));
        decode(decoder, new byte[64_000], 640);

        assertThat(decoder.certain()).isFalse();
        assertThat(decoder.format().byteOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @Test
    void theNoiseFloorOfALineIsEnough() {
        Random random = new Random(3);
        short[] noise = new short[6_400];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) Math.round(random.nextGaussian() * 100);
        }
        WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.L16, 16_000, ByteOrder.LITTLE_ENDIAN));
        decode(decoder, bytes(noise, ByteOrder.BIG_ENDIAN), 640);

        assertThat(decoder.certain()).isTrue();
        assertThat(decoder.format().byteOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 320, 640, 1_000, 6_400, 20_000})
    void anyLengthOfChunkBecomesFramesOf20Ms(int chunkBytes) {
        short[] samples = tone(16_000, 440, 16_000, 8_000);
        WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.L16, 16_000, ByteOrder.LITTLE_ENDIAN));
        List<AudioFrame> frames = decode(decoder, bytes(samples, ByteOrder.LITTLE_ENDIAN), chunkBytes);

        assertThat(frames).hasSize(50);
        short[] all = new short[16_000];
        for (int i = 0; i < 50; i++) {
            frames.get(i).copyTo(all, i * 320);
        }
        assertThat(all).isEqualTo(samples);
    }

    @Test
    void muLawIsReadAsG711SaysIt() {
        assertThat(G711.muLaw((byte) 0xff)).isZero();
        assertThat(G711.muLaw((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.muLaw((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(G711.aLaw((byte) 0xd5)).isEqualTo((short) 8);
        assertThat(G711.aLaw((byte) 0xaa)).isEqualTo((short) 32_256);
        assertThat(G711.aLaw((byte) 0x2a)).isEqualTo((short) -32_256);
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(ints = {300, 1_000, 2_000, 3_000, 3_400})
    void twiceTheSampleRateKeepsTheSoundWithin60Db(int hertz) {
        short[] low = tone(8_000, hertz, 8_000, 10_000);
        short[] high = new Upsampler().up(low);
        short[] wanted = tone(16_000, hertz, 16_000, 10_000);

        int delay = 32;
        double signal = 0;
        double noise = 0;
        for (int i = 1_000; i < 15_000; i++) {
            double gain = hertz == 3_400 ? 0.977 : 1;
            double error = high[i + delay] - gain * wanted[i];
            signal += (double) wanted[i] * wanted[i];
            noise += error * error;
        }
        assertThat(10 * Math.log10(signal / noise)).isGreaterThan(hertz == 3_400 ? 30 : 60);
    }

    private static List<AudioFrame> decode(WireDecoder decoder, byte[] bytes, int chunkBytes) {
        List<AudioFrame> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += chunkBytes) {
            byte[] chunk = new byte[Math.min(chunkBytes, bytes.length - from)];
            System.arraycopy(bytes, from, chunk, 0, chunk.length);
            frames.addAll(decoder.decode(chunk));
        }
        return frames;
    }

    private static short[] tone(int samples, double hertz, int rate, double amplitude) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return tone;
    }

    private static byte[] bytes(short[] samples, ByteOrder order) {
        byte[] bytes = new byte[2 * samples.length];
        int high = order == ByteOrder.LITTLE_ENDIAN ? 1 : 0;
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i + high] = (byte) (samples[i] >> 8);
            bytes[2 * i + 1 - high] = (byte) samples[i];
        }
        return bytes;
    }
}
