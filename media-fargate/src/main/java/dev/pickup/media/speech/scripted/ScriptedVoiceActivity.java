package dev.pickup.media.speech.scripted;

import dev.pickup.media.listening.VoiceActivity;

/// Speech is where coded words are.
final class ScriptedVoiceActivity implements VoiceActivity {
    @Override
    public Detector newDetector() {
        return new Detector() {
            @Override
            public float probability(short[] samples, int offset) {
                int carriers = 0;
                for (int i = 0; i < WINDOW_SAMPLES; i++) {
                    carriers += CodedFrame.isCarrier(samples[offset + i]) ? 1 : 0;
                }
                return (float) carriers / WINDOW_SAMPLES;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String name() {
        return "scripted/voice-activity";
    }
}
