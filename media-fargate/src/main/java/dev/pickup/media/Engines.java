package dev.pickup.media;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.listening.EndOfTurn;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speaking.TextToSpeech;
import java.util.Optional;

/// What hears, thinks and speaks; shared by all calls of a task.
///
/// @param endOfTurn judges pauses by their sound; absent when none is configured
public record Engines(
        VoiceActivity voiceActivity,
        SpeechToText speechToText,
        LanguageModel model,
        TextToSpeech voice,
        Optional<EndOfTurn> endOfTurn) {
    public Engines(VoiceActivity voiceActivity, SpeechToText speechToText, LanguageModel model, TextToSpeech voice) {
        this(voiceActivity, speechToText, model, voice, Optional.empty());
    }

    public Engines withEndOfTurn(Optional<EndOfTurn> value) {
        return new Engines(voiceActivity, speechToText, model, voice, value);
    }

    /// As the journal writes them.
    public JournalEntry.Engines names() {
        return new JournalEntry.Engines(speechToText.name(), model.name(), voice.name(), voiceActivity.name());
    }
}
