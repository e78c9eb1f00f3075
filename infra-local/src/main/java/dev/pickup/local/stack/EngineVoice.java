package dev.pickup.local.stack;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.WholeSound;
import dev.pickup.simulators.polly.Voice;
import java.time.Duration;

/// Gives the simulated Polly the voice of another engine. Any thread.
record EngineVoice(TextToSpeech engine) implements Voice {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /// Silent when the engine fails: the service's clients see a voice that says nothing, as they would.
    @Override
    public short[] say(String text, String voiceId) {
        return WholeSound.of(engine, new TextToSpeech.Settings("", "en-US"), text, LONGEST)
                .orElse(new short[0]);
    }
}
