package dev.pickup.local.stack;

import java.net.URI;

/// The operator's own Telnyx account (or anybody's stand-in for it), instead of the simulated exchange.
///
/// @param apiBase   the REST API with its version, such as `https://api.telnyx.com/v2`
/// @param apiKey    API v2 key
/// @param publicKey verifies webhooks: base64 of 32 raw bytes
public record TelnyxAccess(URI apiBase, String apiKey, String publicKey) {
    /// The key is not printed.
    @Override
    public String toString() {
        return "TelnyxAccess[" + apiBase + "]";
    }
}
