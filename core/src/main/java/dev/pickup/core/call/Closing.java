package dev.pickup.core.call;

import dev.pickup.core.carrier.HangupCause;
import java.time.Instant;
import java.util.Optional;

/// How a call ends: the two signals that finalization joins, and what each told.
///
/// @param carrierEndedAt  when the carrier's leg ended: the first signal
/// @param hangupCause     present with it
/// @param journalClosedAt when the media task closed the journal or was declared dead: the second signal
/// @param forced          the second signal came from the reconciler: the transcript may lack its end
/// @param sessionOutcome  what the media task said came of it
/// @param recording       its key, when there is one
public record Closing(
        Optional<Instant> carrierEndedAt,
        Optional<HangupCause> hangupCause,
        Optional<Instant> journalClosedAt,
        boolean forced,
        Optional<CallOutcome> sessionOutcome,
        Optional<String> recording) {
    /// The call lives.
    public static Closing open() {
        return new Closing(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /// Adds the carrier's signal; the first one stands.
    public Closing carrierEnded(Instant at, HangupCause cause) {
        return carrierEndedAt.isPresent()
                ? this
                : new Closing(Optional.of(at), Optional.of(cause), journalClosedAt, forced, sessionOutcome, recording);
    }
}
