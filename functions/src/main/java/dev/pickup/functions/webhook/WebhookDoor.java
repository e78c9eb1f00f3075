package dev.pickup.functions.webhook;

import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.credential.CredentialId;
import java.util.Optional;

/// One address that a carrier's webhooks come to, with the key that belongs to it.
///
/// @param through the credential in the address; empty at the address of our own carrier account
record WebhookDoor(WebhookCodec codec, Optional<CredentialId> through) {
    /// What an event is remembered by: two carrier accounts may give two events the same id, and one must
    /// not be able to use up the other's.
    String eventKey(String eventId) {
        return through.map(credential -> credential + ":" + eventId).orElse(eventId);
    }
}
