package dev.pickup.core.carrier;

import dev.pickup.core.number.Did.CarrierName;

/// One party's connection, as its carrier names it.
///
/// @param carrier   who carries it
/// @param legId     names the leg for ever; what repeats of a webhook have in common
/// @param controlId what commands are addressed to, and what a media stream says it belongs to
/// @param sessionId groups the legs of one conversation
public record CallLeg(CarrierName carrier, String legId, String controlId, String sessionId) {
    public CallLeg {
        if (legId.isBlank() || controlId.isBlank()) {
            throw new IllegalArgumentException("A call leg has an id and a control id.");
        }
    }
}
