package dev.pickup.media.speech.scripted;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeechContract;

class ScriptedTextToSpeechTest extends TextToSpeechContract {
    private final ScriptedSpeech speech = new ScriptedSpeech();

    @Override
    protected TextToSpeech engine() {
        return speech.textToSpeech();
    }
}
