package dev.pickup.media.speech.transcribe;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.transcribestreaming.model.ContentRedactionType;
import software.amazon.awssdk.services.transcribestreaming.model.MediaEncoding;
import software.amazon.awssdk.services.transcribestreaming.model.PartialResultsStability;
import software.amazon.awssdk.services.transcribestreaming.model.StartStreamTranscriptionRequest;

/// A leg's settings as the service takes them. Immutable.
///
/// Languages cannot be told apart in a stream that is redacted: privacy goes first.
record TranscriptionRequests(SpeechToText.Settings leg, List<String> piiTypes) {
    /// @param vocabulary name of a custom vocabulary
    /// @param spoken     what an earlier stream took the caller's language for: this one is sure of it sooner
    StartStreamTranscriptionRequest next(Optional<String> vocabulary, Optional<String> spoken) {
        var request = StartStreamTranscriptionRequest.builder()
                .mediaEncoding(MediaEncoding.PCM)
                .mediaSampleRateHertz(AudioFrame.SAMPLE_RATE_HZ)
                .sessionId(UUID.randomUUID().toString())
                .enablePartialResultsStabilization(true)
                .partialResultsStability(PartialResultsStability.HIGH);
        if (leg.redactPii()) {
            request.contentRedactionType(ContentRedactionType.PII).piiEntityTypes(String.join(",", piiTypes));
        }
        if (leg.otherLanguages().isEmpty() || leg.redactPii()) {
            request.languageCode(leg.language());
            vocabulary.ifPresent(request::vocabularyName);
        } else {
            List<String> languages = new ArrayList<>(leg.otherLanguages());
            languages.addFirst(leg.language());
            request.identifyLanguage(true)
                    .languageOptions(String.join(",", languages))
                    .preferredLanguage(spoken.filter(languages::contains).orElse(leg.language()));
            vocabulary.ifPresent(request::vocabularyNames);
        }
        return request.build();
    }
}
