package dev.pickup.media.speech.offline;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToTextContract;

class OfflineSpeechToTextIT extends SpeechToTextContract {
    private final OfflineSpeech speech = InstalledModels.speech();

    @Override
    protected SpeechToText engine() {
        return speech.speechToText();
    }

    @Override
    protected short[] speak(String text) {
        return speech.callerVoice().speak(text);
    }

    @Override
    protected double pace() {
        return 1_000;
    }
}
