package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;

/// Gives commands to the legs of one carrier account.
///
/// Shape: every command names the leg and carries our id. It is done when this returns only in the sense that the
/// carrier took it; its effect is told by a [CarrierEvent], later, or never.
/// Repeat: harmless with the same id, for as long as the carrier remembers ids (Telnyx: 60 s); after that a repeat may
/// have a second effect or be rejected, so callers give each command a fresh id only when they mean a fresh command.
/// Ends: returns; [CarrierUnavailableException] (no answer within the client's limit, 429 or 5xx after a bounded number
/// of repeats: outcome unknown, repeat later with the same id); [CarrierRejectedException] (refused for good; its
/// reason says whether the leg is gone). Both carry the carrier's code and request id, never a body.
/// Threads: blocking, at most `CarrierSettings`' limits; any thread, any number at once.
/// Source: Telnyx "Call Control commands"; OpenAPI `team-telnyx/openapi` `spec3.yml` (2026).
public interface Carrier {
    /// Connects a ringing caller. Bare: no stream, no recording.
    void answer(CallLeg leg, CommandId id);

    /// Streams the caller's audio to us and ours to the caller: L16, 16,000 Hz, mono, both ways. Rejected with
    /// `STREAM_IN_USE` when the leg streams already.
    void startStream(CallLeg leg, StreamRequest request, CommandId id);

    /// Ends the stream; the leg stays up. Rejected with `STREAM_NOT_IN_USE` when there is none.
    void stopStream(CallLeg leg, CommandId id);

    /// Ends the leg. Rejected with `LEG_GONE` when it is over already: which is what was wanted.
    void hangUp(CallLeg leg, CommandId id);

    /// Says a sentence in the carrier's own voice; [CarrierEvent.SpeechEnded] tells when it was said.
    ///
    /// @param sentence at most 3,000 characters
    /// @param language BCP 47
    void speak(CallLeg leg, String sentence, String language, CommandId id);

    /// Dials `to` and connects the caller with whoever answers; we leave the conversation. [CarrierEvent.CallBridged]
    /// tells that it worked, [CarrierEvent.TransferLegEnded] without it that it did not: the caller's leg is still
    /// up. Stop the stream first.
    void transfer(CallLeg leg, PhoneNumber to, CommandId id);

    /// What the carrier knows of the leg now. Repeat: harmless.
    LegStatus status(CallLeg leg);
}
