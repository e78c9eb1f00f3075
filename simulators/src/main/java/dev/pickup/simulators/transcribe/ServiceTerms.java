package dev.pickup.simulators.transcribe;

import dev.pickup.simulators.eventstream.Latency;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Set;

/// How the simulated service behaves. Immutable.
///
/// @param mostStreams     at once, for the account
/// @param silenceLimit    a stream without audio for so long is ended
/// @param partials        from a word's last sample to the partial result that has it
/// @param finals          from a segment's last sample to its final result
/// @param vocabularies    custom vocabularies that exist
/// @param seed            of everything that is random
@RecordBuilder
public record ServiceTerms(
        int mostStreams, Duration silenceLimit, Latency partials, Latency finals, Set<String> vocabularies, long seed) {
    public ServiceTerms {
        vocabularies = Set.copyOf(vocabularies);
    }

    /// As published. Streams and silence: "Guidelines and quotas", 2026. Finals: stt-benchmark of pipecat-ai,
    /// February 2026, 1,000 samples: 1,136 ms at the median, 1,527 ms at the 95th percentile. Partials: nobody
    /// publishes them; chosen so that stable words come well before the final, as they are seen to.
    public static ServiceTerms published() {
        return new ServiceTerms(
                25, Duration.ofSeconds(15), Latency.ofMillis(350, 700), Latency.ofMillis(1_136, 1_527), Set.of(), 1);
    }

    /// No delay of its own: for tests of what is said, and for recognizers that are slow themselves.
    public static ServiceTerms prompt() {
        return published().withLatencies(Latency.NONE, Latency.NONE);
    }

    public ServiceTerms withMostStreams(int value) {
        return ServiceTermsBuilder.builder(this).mostStreams(value).build();
    }

    public ServiceTerms withSilenceLimit(Duration value) {
        return ServiceTermsBuilder.builder(this).silenceLimit(value).build();
    }

    public ServiceTerms withLatencies(Latency ofPartials, Latency ofFinals) {
        return ServiceTermsBuilder.builder(this)
                .partials(ofPartials)
                .finals(ofFinals)
                .build();
    }

    public ServiceTerms withVocabularies(Set<String> value) {
        return ServiceTermsBuilder.builder(this).vocabularies(value).build();
    }
}
