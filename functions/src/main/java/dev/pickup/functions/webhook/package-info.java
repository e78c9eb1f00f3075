/// Carriers' webhooks about calls. Start at [VoiceWebhook].
@NullMarked
package dev.pickup.functions.webhook;

import org.jspecify.annotations.NullMarked;
