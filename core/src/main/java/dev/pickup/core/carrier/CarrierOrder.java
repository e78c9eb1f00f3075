package dev.pickup.core.carrier;

/// An order of one number, as the carrier has it.
///
/// @param id        the carrier's
/// @param reference what we called it
/// @param requestId of the answer that said so; empty when there was none
public record CarrierOrder(String id, String reference, State state, String requestId) {
    /// How far it is.
    public enum State {
        PENDING,
        /// It waits for an address or documents.
        NEEDS_DOCUMENTS,
        /// The number is ours.
        SUCCEEDED,
        /// Over; carriers give no reason, it is nearly always that somebody else was first.
        FAILED
    }
}
