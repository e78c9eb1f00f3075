package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AudioTapeTest {
    private final AudioTape tape = new AudioTape();

    @Test
    void samplesAreLittleEndian() {
        short[] samples = new short[AudioFrame.SAMPLES];
        samples[0] = 0x1234;
        samples[1] = -2;
        tape.add(AudioFrame.owning(samples));

        assertThat(Arrays.copyOf(tape.read(0, 20), 4)).containsExactly(0x34, 0x12, 0xfe, 0xff);
    }

    @Test
    void theLastSecondsAreThereAndOlderOnesAreSilence() {
        int frames = (int) AudioTape.LENGTH_MS / 20 + 3;
        for (int i = 0; i < frames; i++) {
            short[] samples = new short[AudioFrame.SAMPLES];
            Arrays.fill(samples, (short) (i + 1));
            tape.add(AudioFrame.owning(samples));
        }

        assertThat(tape.startMs()).isEqualTo(60);
        assertThat(tape.read(40, 40)[0]).as("gone").isZero();
        assertThat(tape.read(40, 40)[640]).as("the oldest").isEqualTo((byte) 4);
        assertThat(tape.read(tape.endMs() - 20, 20)[0]).isEqualTo((byte) frames);
    }

    @Test
    void soundBeginsWhereItIsAsLoudAsSpeechAgain() {
        frames(10, 8_000);
        frames(20, 60);
        frames(5, 2_000);
        frames(20, 60);

        assertThat(tape.soundFromMs(110)).as("amid sound").isEqualTo(110);
        assertThat(tape.soundFromMs(200)).isEqualTo(600);
        assertThat(tape.soundFromMs(700)).as("nothing more").isEqualTo(tape.endMs());
    }

    @Test
    void aLineThatIsAlwaysLoudIsNowhereQuiet() {
        frames(10, 8_000);
        frames(20, 1_000);

        assertThat(tape.soundFromMs(300)).isEqualTo(300);
    }

    @Test
    void whatIsGoneIsNotSearched() {
        frames((int) AudioTape.LENGTH_MS / 20 + 10, 500);

        assertThat(tape.soundFromMs(0)).isEqualTo(tape.startMs());
    }

    private void frames(int count, int amplitude) {
        for (int i = 0; i < count; i++) {
            short[] samples = new short[AudioFrame.SAMPLES];
            Arrays.fill(samples, (short) amplitude);
            tape.add(AudioFrame.owning(samples));
        }
    }
}
