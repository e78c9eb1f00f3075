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
}
