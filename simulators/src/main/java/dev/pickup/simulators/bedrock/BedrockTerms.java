package dev.pickup.simulators.bedrock;

import dev.pickup.simulators.eventstream.Latency;
import java.time.Duration;

/// How fast the simulated model is and what it caches.
///
/// @param firstToken   from the request to the first piece
/// @param betweenTokens pieces
/// @param leastCached  tokens that a prefix must have to be cached
public record BedrockTerms(Latency firstToken, Duration betweenTokens, int leastCached) {
    /// A fast model as published. First token: artificialanalysis.ai, "Claude 3.5 Haiku: API provider
    /// benchmarking", Amazon: 0.59 s (latency optimized) and 0.75 s (standard), 101 tokens a second; the 95th
    /// percentile is chosen at twice the median. Cache: Bedrock's model card of Claude Haiku 4.5: 4,096 tokens.
    public static BedrockTerms published() {
        return new BedrockTerms(Latency.ofMillis(590, 1_180), Duration.ofMillis(10), 4_096);
    }

    /// As fast as the machine.
    public static BedrockTerms immediate() {
        return new BedrockTerms(Latency.NONE, Duration.ZERO, 4_096);
    }

    public BedrockTerms withLeastCached(int value) {
        return new BedrockTerms(firstToken, betweenTokens, value);
    }
}
