package dev.pickup.media;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speaking.TextToSpeech;

/// What hears, thinks and speaks; shared by all calls of a task.
public record Engines(VoiceActivity voiceActivity, SpeechToText speechToText, LanguageModel model, TextToSpeech voice) {
    /// As the journal writes them.
    public JournalEntry.Engines names() {
        return new JournalEntry.Engines(speechToText.name(), model.name(), voice.name(), voiceActivity.name());
    }
}
