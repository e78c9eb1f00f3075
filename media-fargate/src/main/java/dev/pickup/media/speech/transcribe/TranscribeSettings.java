package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.SpeechToText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How the engine works. Immutable.
///
/// @param mostStreams  the account's quota of concurrent streams, or this task's share of it
/// @param waitForPlace how long a leg waits for one of them before it asks for another engine
/// @param answer       a stream that is not accepted by then is tried again
/// @param stall        speech that brings no result for so long means that the stream is dead: partial results come
///                     well within a second (see the simulator's terms)
/// @param late         speech that no result reaches for so long, and for three times as long as usual, is given to a
///                     second stream as well. Partial results take 0.95 s at the 99th percentile of the published
///                     times, counted from a word's end
/// @param lastWords    after a turn's end; then what is known is final. Finals take 1.9 s at the 99th
/// percentile
/// @param attempts     streams that may break one after the other
/// @param vocabulary   the custom vocabulary for a leg's settings; empty when there is none
/// @param piiTypes     redacted when an agent wants it. Chosen: what nobody needs to book an appointment
@RecordBuilder
public record TranscribeSettings(
        int mostStreams,
        Duration waitForPlace,
        Duration answer,
        Duration stall,
        Duration late,
        Duration lastWords,
        int attempts,
        Function<SpeechToText.Settings, Optional<String>> vocabulary,
        List<String> piiTypes) {
    public TranscribeSettings {
        piiTypes = List.copyOf(piiTypes);
    }

    /// The default quota (25 streams), no vocabularies.
    public static TranscribeSettings usual() {
        return new TranscribeSettings(
                25,
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofMillis(1_800),
                Duration.ofMillis(1_500),
                Duration.ofMillis(2_200),
                4,
                _ -> Optional.empty(),
                List.of(
                        "BANK_ACCOUNT_NUMBER",
                        "BANK_ROUTING",
                        "CREDIT_DEBIT_NUMBER",
                        "CREDIT_DEBIT_CVV",
                        "CREDIT_DEBIT_EXPIRY",
                        "PIN",
                        "SSN"));
    }

    public TranscribeSettings withMostStreams(int value) {
        return TranscribeSettingsBuilder.builder(this).mostStreams(value).build();
    }

    /// For a service that is slower than Amazon's.
    public TranscribeSettings withPatience(Duration ofStall, Duration ofLastWords) {
        return TranscribeSettingsBuilder.builder(this)
                .stall(ofStall)
                .late(ofStall)
                .lastWords(ofLastWords)
                .build();
    }

    public TranscribeSettings withVocabulary(Function<SpeechToText.Settings, Optional<String>> value) {
        return TranscribeSettingsBuilder.builder(this).vocabulary(value).build();
    }
}
