package dev.pickup.simulators.telnyx.webhook;

import java.time.Duration;

/// How webhooks are delivered when neither the application nor the call says otherwise.
///
/// @param deadline       an acknowledgement that takes longer is a failure; 2 s by "Webhook fundamentals"
/// @param attemptsPerUrl how often one URL is tried; not published for voice, 3 for messaging
/// @param pause          between two attempts; not published
/// @param rule           what the two pages of the documentation say differently
public record DeliverySettings(Duration deadline, int attemptsPerUrl, Duration pause, RetryRule rule) {
    /// Which answers are tried again.
    public enum RetryRule {
        /// "Voice API webhooks": at most 3 redirects are followed; 408, 429, 5xx and no answer are retried.
        VOICE_API,
        /// "Webhook fundamentals": whatever is not 2xx is a failure and retried.
        FUNDAMENTALS
    }

    public DeliverySettings {
        if (!deadline.isPositive() || pause.isNegative() || attemptsPerUrl < 1 || attemptsPerUrl > 10) {
            throw new IllegalArgumentException("A delivery has a deadline, and 1 to 10 attempts at each URL.");
        }
    }

    public static DeliverySettings usual() {
        return new DeliverySettings(Duration.ofSeconds(2), 3, Duration.ofMillis(500), RetryRule.VOICE_API);
    }
}
