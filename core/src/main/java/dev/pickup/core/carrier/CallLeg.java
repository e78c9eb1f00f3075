package dev.pickup.core.carrier;

import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import java.util.Optional;

/// One party's connection, as its carrier names it.
///
/// @param carrier   who carries it
/// @param legId     names the leg for ever; what repeats of a webhook have in common
/// @param controlId what commands are addressed to, and what a media stream says it belongs to
/// @param sessionId groups the legs of one conversation
/// @param through   the credential of the customer's own carrier account that it is in; empty when it is in ours
public record CallLeg(
        CarrierName carrier, String legId, String controlId, String sessionId, Optional<CredentialId> through) {
    public CallLeg {
        if (legId.isBlank() || controlId.isBlank()) {
            throw new IllegalArgumentException("A call leg has an id and a control id.");
        }
    }

    /// One in our own carrier account.
    public CallLeg(CarrierName carrier, String legId, String controlId, String sessionId) {
        this(carrier, legId, controlId, sessionId, Optional.empty());
    }

    CallLeg through(Optional<CredentialId> credential) {
        return new CallLeg(carrier, legId, controlId, sessionId, credential);
    }
}
