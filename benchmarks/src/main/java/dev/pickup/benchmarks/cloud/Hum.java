package dev.pickup.benchmarks.cloud;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.simulators.polly.Voice;

/// Voice of the simulated Polly: 120 Hz for as long as a person would need for the text. Any thread.
final class Hum implements Voice {
    private static final int CHARACTERS_PER_SECOND = 15;
    private static final double LOUDNESS = 4_000;
    private static final double PITCH_HZ = 120;

    @Override
    public short[] say(String text, String voiceId) {
        short[] samples = new short[text.strip().length() * AudioFrame.SAMPLE_RATE_HZ / CHARACTERS_PER_SECOND];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (LOUDNESS * Math.cos(2 * Math.PI * PITCH_HZ * i / AudioFrame.SAMPLE_RATE_HZ));
        }
        return samples;
    }
}
