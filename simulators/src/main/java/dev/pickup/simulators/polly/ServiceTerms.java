package dev.pickup.simulators.polly;

import dev.pickup.simulators.eventstream.Latency;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Set;

/// How the simulated service behaves. Immutable.
///
/// @param perSecond   requests and streams that may begin in a second, for the account
/// @param burst       how many of them at once
/// @param mostAtOnce  open at once
/// @param firstAudio  from a text to its first sample
/// @param pace        how much faster than speech audio is made
/// @param idleLimit   a stream that sends nothing for so long is closed
/// @param longest     a stream is closed after so long, whatever happens
/// @param pause       silence after a sentence
/// @param lexicons    that exist
/// @param seed        of everything that is random
@RecordBuilder
public record ServiceTerms(
        int perSecond,
        int burst,
        int mostAtOnce,
        Latency firstAudio,
        double pace,
        Duration idleLimit,
        Duration longest,
        Duration pause,
        Set<String> lexicons,
        long seed) {
    public ServiceTerms {
        lexicons = Set.copyOf(lexicons);
    }

    /// As published: quotas of generative voices and the limits of a stream, Developer Guide 2026. Amazon
    /// publishes no latency; play.ht reports 100 ms to 1 s (2024), and 300 ms and 600 ms are chosen inside of
    /// that. Pace: Amazon's figures for the bidirectional interface (7,045 characters in 70 s, March 2026) are
    /// 6 to 7 times speech.
    public static ServiceTerms published() {
        return new ServiceTerms(
                8,
                8,
                26,
                Latency.ofMillis(300, 600),
                6.5,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofMillis(200),
                Set.of(),
                1);
    }

    /// No delay of its own and generous quotas: for tests of what is said, and for voices that are slow
    /// themselves.
    public static ServiceTerms prompt() {
        return published().withFirstAudio(Latency.NONE).withPace(100).withQuota(1_000, 1_000, 1_000);
    }

    public ServiceTerms withQuota(int ofPerSecond, int ofBurst, int ofMostAtOnce) {
        return ServiceTermsBuilder.builder(this)
                .perSecond(ofPerSecond)
                .burst(ofBurst)
                .mostAtOnce(ofMostAtOnce)
                .build();
    }

    public ServiceTerms withFirstAudio(Latency value) {
        return ServiceTermsBuilder.builder(this).firstAudio(value).build();
    }

    public ServiceTerms withPace(double value) {
        return ServiceTermsBuilder.builder(this).pace(value).build();
    }

    public ServiceTerms withLimits(Duration ofIdle, Duration ofLongest) {
        return ServiceTermsBuilder.builder(this)
                .idleLimit(ofIdle)
                .longest(ofLongest)
                .build();
    }

    public ServiceTerms withLexicons(Set<String> value) {
        return ServiceTermsBuilder.builder(this).lexicons(value).build();
    }
}
