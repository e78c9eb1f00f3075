package dev.pickup.core.carrier;

import java.time.Instant;

/// Reads one carrier's webhooks. Pure; any thread.
public interface WebhookCodec {
    /// Checks that the carrier sent it, lately.
    ///
    /// @throws WebhookRefusedException `SIGNATURE_INVALID` or `SIGNATURE_EXPIRED`
    void verify(WebhookRequest request, Instant now);

    /// What it says. Lenient where the carrier is: fields may be missing or new; strict on ids.
    ///
    /// @param now stands in for a time the carrier did not tell
    /// @throws WebhookRefusedException `MALFORMED`
    CarrierEvent parse(WebhookRequest request, Instant now);
}
