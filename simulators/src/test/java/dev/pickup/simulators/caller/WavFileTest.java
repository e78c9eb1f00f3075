package dev.pickup.simulators.caller;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.simulators.Tones;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavFileTest {
    private static final double TONE_RMS = 16000 / Math.sqrt(2);

    @Test
    void whatIsWrittenIsReadBackSampleForSample() {
        Pcm tone = Tones.tone(123, 440);
        assertThat(WavFile.read(WavFile.mono(tone))).isEqualTo(tone);
    }

    @Test
    void stereoIsMixedDown() {
        Pcm tone = Tones.tone(100, 440);
        Pcm read = WavFile.read(WavFile.stereo(tone, tone));
        assertThat(read).isEqualTo(tone);
        Pcm half = WavFile.read(WavFile.stereo(tone, Pcm.of(new short[0])));
        assertThat(Tones.rms(half, 0, half.length())).isCloseTo(TONE_RMS / 2, within(20.0));
    }

    @ParameterizedTest(name = "format {0}, {1} bits, {2} Hz, {3} channels")
    @CsvSource({
        "1, 8, 8000, 1",
        "1, 16, 8000, 1",
        "1, 16, 11025, 2",
        "1, 16, 22050, 1",
        "1, 24, 44100, 2",
        "1, 32, 48000, 1",
        "3, 32, 44100, 1",
        "3, 64, 16000, 2",
        "65534, 16, 44100, 2",
        "65534, 24, 48000, 1"
    })
    void everyKindOfPcmSoundsTheSame(int tag, int bits, int rate, int channels) {
        Pcm read = WavFile.read(file(tag, bits, rate, channels, 500));
        assertThat(read.length()).isCloseTo(8000, within(2));
        assertThat(Tones.rms(read, 1000, 6000)).isCloseTo(TONE_RMS, within(TONE_RMS * 0.01));
    }

    @Test
    void chunksOfOddLengthAndUnknownChunksAreSkipped() {
        byte[] plain = WavFile.mono(Tones.tone(50, 440));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 36);
        out.writeBytes(new byte[] {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0});
        out.write(plain, 36, plain.length - 36);
        assertThat(WavFile.read(out.toByteArray())).isEqualTo(Tones.tone(50, 440));
    }

    @Test
    void aLengthThatAWriterToAPipeCouldNotKnowMeansTheRest() {
        byte[] file = WavFile.mono(Tones.tone(50, 440));
        Arrays.fill(file, 40, 44, (byte) 0xFF);
        assertThat(WavFile.read(file)).isEqualTo(Tones.tone(50, 440));
    }

    @Test
    void whatIsNoWavIsRefusedInASentence() {
        byte[] garbage = new byte[1000];
        new Random(1).nextBytes(garbage);
        refused(garbage, "does not begin with RIFF");
        refused(new byte[0], "does not begin with RIFF");
        refused("RIFF".getBytes(US_ASCII), "does not begin with RIFF");
        refused("RIFF\0\0\0\0AVI LIST".getBytes(US_ASCII), "not of kind WAVE");
        refused("RIFF\0\0\0\0WAVE".getBytes(US_ASCII), "no samples");
    }

    @Test
    void aFileThatIsCutShortIsRefused() {
        byte[] file = WavFile.mono(Tones.tone(50, 440));
        refused(Arrays.copyOf(file, file.length - 100), "cut short");
        refused(Arrays.copyOf(file, 30), "cut short");
        refused(Arrays.copyOf(file, 40), "no samples");
    }

    @Test
    void compressedAndImpossibleFormatsAreRefused() {
        refused(file(2, 4, 8000, 1, 10), "compressed");
        refused(file(7, 8, 8000, 1, 10), "compressed");
        refused(file(1, 16, 0, 1, 10), "cannot be right");
        refused(file(1, 16, 16000, 0, 10), "cannot be right");
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> WavFile.read(file))
                .isInstanceOf(NotAWavException.class)
                .hasMessageContaining(why);
    }

    private static byte[] file(int tag, int bits, int rate, int channels, int ms) {
        int frames = rate * ms / 1000;
        int bytes = frames * channels * Math.max(1, bits / 8);
        int formatBytes = tag == 65534 ? 40 : 16;
        ByteBuffer file = ByteBuffer.wrap(new byte[28 + formatBytes + bytes]).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(20 + formatBytes + bytes).put("WAVEfmt ".getBytes(US_ASCII));
        file.putInt(formatBytes)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate);
        file.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        if (tag == 65534) {
            file.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) 1);
            file.put(new byte[14]);
        }
        file.put("data".getBytes(US_ASCII)).putInt(bytes);
        for (int i = 0; i < frames; i++) {
            double value = 16000 / 32768.0 * Math.cos(2 * Math.PI * 440 * i / rate);
            for (int c = 0; c < channels; c++) {
                put(file, tag, bits, value);
            }
        }
        return file.array();
    }

    private static void put(ByteBuffer file, int tag, int bits, double value) {
        switch (bits) {
            case 8 -> file.put((byte) (Math.round(value * 128) + 128));
            case 16 -> file.putShort((short) Math.round(value * 32768));
            case 24 -> {
                int sample = (int) Math.round(value * 8388608);
                file.putShort((short) sample).put((byte) (sample >> 16));
            }
            case 32 -> {
                if (tag == 3) {
                    file.putFloat((float) value);
                } else {
                    file.putInt((int) (value * 2147483648.0));
                }
            }
            case 64 -> file.putDouble(value);
            default -> {}
        }
    }
}
