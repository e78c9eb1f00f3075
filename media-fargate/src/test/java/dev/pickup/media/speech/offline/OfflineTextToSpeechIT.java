package dev.pickup.media.speech.offline;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeechContract;

class OfflineTextToSpeechIT extends TextToSpeechContract {
    private final OfflineSpeech speech = InstalledModels.speech();

    @Override
    protected TextToSpeech engine() {
        return speech.textToSpeech();
    }
}
