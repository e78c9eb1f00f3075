package dev.pickup.core.carrier;

import java.time.Instant;

/// Reads one carrier's webhooks about number orders. Pure; any thread.
public interface OrderNewsCodec {
    /// Checks that the carrier sent it, lately.
    ///
    /// @throws WebhookRefusedException `SIGNATURE_INVALID` or `SIGNATURE_EXPIRED`
    void verify(WebhookRequest request, Instant now);

    /// What it says.
    ///
    /// @throws WebhookRefusedException `MALFORMED`
    OrderNews parse(WebhookRequest request);
}
