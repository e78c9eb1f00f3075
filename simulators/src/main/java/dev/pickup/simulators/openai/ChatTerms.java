package dev.pickup.simulators.openai;

import dev.pickup.simulators.eventstream.Latency;
import java.time.Duration;

/// How fast the simulated model is.
///
/// @param firstToken    from the request to the first piece
/// @param betweenTokens pieces
public record ChatTerms(Latency firstToken, Duration betweenTokens) {
    /// As fast as the machine.
    public static ChatTerms immediate() {
        return new ChatTerms(Latency.NONE, Duration.ZERO);
    }
}
