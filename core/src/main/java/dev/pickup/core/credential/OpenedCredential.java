package dev.pickup.core.credential;

import dev.pickup.core.carrier.CarrierCredentials;
import java.util.Optional;

/// A credential with its secrets in clear: in memory only, for the request at hand.
///
/// @param webhookKey what the carrier's webhooks for it are verified with; empty when none of them can be
public record OpenedCredential(Credential stored, CarrierCredentials secrets, Optional<Secret> webhookKey) {}
