package dev.pickup.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every place for recordings does.
public abstract class RecordingsContract {
    protected static final int SECOND = AudioFrame.SAMPLE_RATE_HZ;

    protected abstract Recordings recordings();

    /// What lies there under a key.
    protected abstract Optional<byte[]> stored(String key);

    @Test
    void bothSidesLieSideBySide() {
        String key = record(3, 1);
        ByteBuffer wav = wav(key);
        assertThat(wav.getInt(40)).isEqualTo(3 * SECOND * 4);
        assertThat(wav.getInt(4)).isEqualTo(36 + 3 * SECOND * 4);
        assertThat(wav.capacity()).isEqualTo(44 + 3 * SECOND * 4);
        assertThat(wav.getShort(22)).as("channels").isEqualTo((short) 2);
        assertThat(wav.getInt(24)).as("samples a second").isEqualTo(16_000);
        assertThat(wav.getShort(44)).as("caller, left").isEqualTo((short) 100);
        assertThat(wav.getShort(46)).as("agent, right").isEqualTo((short) -100);
    }

    @Test
    void aCallWithoutSoundIsARecordingWithoutSamples() {
        assertThat(wav(record(0, 1)).getInt(40)).isZero();
    }

    @Test
    void openingItAgainBeginsAnew() {
        String first = record(3, 1);
        String again = record(1, 1);
        assertThat(again).isEqualTo(first);
        assertThat(wav(again).getInt(40)).isEqualTo(SECOND * 4);
    }

    @Test
    void everyEpochHasARecordingOfItsOwn() {
        assertThat(record(1, 2)).isNotEqualTo(record(1, 1));
    }

    protected ByteBuffer wav(String key) {
        return ByteBuffer.wrap(stored(key).orElseThrow()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Records so many seconds; returns the key.
    protected String record(int seconds, int epoch) {
        try (Recordings.Recording recording = recordings().open("acc_demo", "call_1", epoch)) {
            append(recording, seconds);
            return recording.key();
        }
    }

    protected static void append(Recordings.Recording recording, int seconds) {
        short[] caller = new short[SECOND];
        short[] agent = new short[SECOND];
        java.util.Arrays.fill(caller, (short) 100);
        java.util.Arrays.fill(agent, (short) -100);
        for (int i = 0; i < seconds; i++) {
            recording.append(caller, agent);
        }
    }
}
