package dev.pickup.core.carrier.telnyx;

import java.net.URI;
import java.time.Duration;

/// How commands are sent.
///
/// @param apiBase  `https://api.telnyx.com/v2`, or a stand-in
/// @param apiKey   a v2 key; never printed
/// @param timeout  of one attempt
/// @param attempts of one command, 1 to 5
/// @param pause    before the second attempt; doubles with each further one
public record TelnyxSettings(URI apiBase, String apiKey, Duration timeout, int attempts, Duration pause) {
    public TelnyxSettings {
        if (apiKey.isBlank() || attempts < 1 || attempts > 5 || !timeout.isPositive() || pause.isNegative()) {
            throw new IllegalArgumentException("Telnyx needs a key, 1 to 5 attempts and a time-out.");
        }
    }

    /// An attempt of 2 s is four times what Telnyx advises to wait for an answer; three of them outlast a hiccup and
    /// stay within the 60 s in which a repeat is recognised. Chosen.
    public static TelnyxSettings of(URI apiBase, String apiKey) {
        return new TelnyxSettings(apiBase, apiKey, Duration.ofSeconds(2), 3, Duration.ofMillis(100));
    }

    /// For what is asked about numbers: searches take seconds, and nobody is on the line. Chosen.
    public TelnyxSettings forNumbers() {
        return new TelnyxSettings(apiBase, apiKey, Duration.ofSeconds(8), 2, Duration.ofMillis(200));
    }

    @Override
    public String toString() {
        return "TelnyxSettings[" + apiBase + "]";
    }
}
