/// Telnyx Call Control v2: commands over REST, signed webhooks, the media socket's frames; and customers' own accounts.
/// Start at `TelnyxClient`, `TelnyxWebhookCodec` and `TelnyxAccount`. May import `core.carrier`, the JDK's HTTP client
/// and JSON; never another carrier or state.
@NullMarked
package dev.pickup.core.carrier.telnyx;

import org.jspecify.annotations.NullMarked;
