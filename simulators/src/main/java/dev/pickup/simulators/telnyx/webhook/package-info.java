/// Webhooks: the envelope, the signature, and deliveries with their time-outs, retries and failover.
/// Start at [WebhookSender]. May import `fault`, `line` and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.webhook;

import org.jspecify.annotations.NullMarked;
