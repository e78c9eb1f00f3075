package dev.pickup.media.model;

import java.time.Duration;

/// How long a model may take. A caller hears nothing meanwhile.
///
/// @param connect until the connection stands
/// @param firstToken from the request to the first piece of the answer
/// @param betweenTokens from one piece to the next, whatever it is: a tool's arguments may be checked before they come
/// @param betweenWords amid words; a slow model is given four times its longest pause so far
/// @param total for all of it
public record ModelTimeouts(
        Duration connect, Duration firstToken, Duration betweenTokens, Duration betweenWords, Duration total) {
    /// Chosen so that a caller is told something within ten seconds whatever happens, and that one who was told half
    /// a sentence does not wait 3 s for the rest: words come every 10 to 20 ms.
    public static final ModelTimeouts USUAL = new ModelTimeouts(
            Duration.ofSeconds(3),
            Duration.ofSeconds(8),
            Duration.ofSeconds(5),
            Duration.ofMillis(1_200),
            Duration.ofSeconds(60));

    /// For a model whose words are checked in batches before they come.
    public ModelTimeouts wordsInBatches() {
        return new ModelTimeouts(connect, firstToken, betweenTokens, betweenTokens, total);
    }
}
