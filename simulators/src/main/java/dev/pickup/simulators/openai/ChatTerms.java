package dev.pickup.simulators.openai;

import dev.pickup.simulators.eventstream.Latency;
import java.time.Duration;

/// How fast the simulated model is.
///
/// @param firstToken    from the request to the first piece
/// @param betweenTokens pieces
public record ChatTerms(Latency firstToken, Duration betweenTokens) {
    /// A fast model as published: artificialanalysis.ai, "GPT-4o mini: API provider benchmarking", 2026-11: 0.5 s to
    /// the first token, 60 to 100 tokens a second; the 95th percentile is chosen at twice the median.
    public static ChatTerms published() {
        return new ChatTerms(Latency.ofMillis(500, 1_000), Duration.ofMillis(12));
    }

    /// As fast as the machine.
    public static ChatTerms immediate() {
        return new ChatTerms(Latency.NONE, Duration.ZERO);
    }
}
