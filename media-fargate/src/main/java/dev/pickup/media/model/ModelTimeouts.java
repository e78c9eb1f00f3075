package dev.pickup.media.model;

import java.time.Duration;

/// How long a model may take. A caller hears nothing meanwhile.
///
/// @param connect until the connection stands
/// @param firstToken from the request to the first piece of the answer
/// @param betweenTokens from one piece to the next
/// @param total for all of it
public record ModelTimeouts(Duration connect, Duration firstToken, Duration betweenTokens, Duration total) {
    /// Chosen so that a caller is told something within ten seconds whatever happens.
    public static final ModelTimeouts USUAL = new ModelTimeouts(
            Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(60));
}
