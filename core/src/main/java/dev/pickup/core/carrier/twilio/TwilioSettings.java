package dev.pickup.core.carrier.twilio;

import java.net.URI;
import java.time.Duration;

/// How Twilio is asked.
///
/// @param apiBase  `https://api.twilio.com`, one of its regions (`https://api.dublin.ie1.twilio.com`), or a stand-in
///                 for all of Twilio's hosts
/// @param timeout  of one attempt
/// @param attempts of one request that may be repeated, 1 to 5; what makes something new is tried once
/// @param pause    before the second attempt; doubles with each further one
public record TwilioSettings(URI apiBase, Duration timeout, int attempts, Duration pause) {
    public TwilioSettings {
        if (attempts < 1 || attempts > 5 || !timeout.isPositive() || pause.isNegative()) {
            throw new IllegalArgumentException("Twilio needs 1 to 5 attempts and a time-out.");
        }
        if (apiBase.getHost() == null || !("https".equals(apiBase.getScheme()) || "http".equals(apiBase.getScheme()))) {
            throw new IllegalArgumentException("Twilio's API base is an http or https URL.");
        }
    }

    /// Chosen: Twilio answers in 100 to 500 ms; three attempts of 5 s stay within a webhook's 15 s.
    public static TwilioSettings of(URI apiBase) {
        return new TwilioSettings(apiBase, Duration.ofSeconds(5), 3, Duration.ofMillis(200));
    }
}
