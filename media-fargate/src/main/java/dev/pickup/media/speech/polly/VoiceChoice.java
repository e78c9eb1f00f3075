package dev.pickup.media.speech.polly;

import java.util.List;
import software.amazon.awssdk.services.polly.model.Engine;

/// Who speaks. Immutable.
record VoiceChoice(Engine engine, String voiceId, List<String> lexicons) {
    VoiceChoice {
        lexicons = List.copyOf(lexicons);
    }
}
