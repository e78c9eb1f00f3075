package dev.pickup.benchmarks.cloud;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.simulators.polly.Voice;
import java.time.Duration;

/// Voice of the simulated Polly: 120 Hz for as long as a person would need for the text. Any thread.
final class Hum implements Voice {
    private static final int CHARACTERS_PER_SECOND = 15;
    private static final double LOUDNESS = 4_000;
    private static final double PITCH_HZ = 120;

    /// How long it takes to say `text`.
    static Duration lasts(String text) {
        return Duration.ofMillis(1_000L * text.strip().length() / CHARACTERS_PER_SECOND);
    }

    @Override
    public short[] say(String text, String voiceId) {
        short[] samples = new short[(int) (lasts(text).toMillis() * AudioFrame.SAMPLE_RATE_HZ / 1_000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (LOUDNESS * Math.cos(2 * Math.PI * PITCH_HZ * i / AudioFrame.SAMPLE_RATE_HZ));
        }
        return samples;
    }
}
