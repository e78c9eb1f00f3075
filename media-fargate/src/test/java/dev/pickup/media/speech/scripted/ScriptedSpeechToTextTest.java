package dev.pickup.media.speech.scripted;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToTextContract;

class ScriptedSpeechToTextTest extends SpeechToTextContract {
    private final ScriptedSpeech speech = new ScriptedSpeech();

    @Override
    protected SpeechToText engine() {
        return speech.speechToText();
    }

    @Override
    protected short[] speak(String text) {
        return speech.callerSays(text);
    }

    @Override
    protected double pace() {
        return 1_000;
    }
}
