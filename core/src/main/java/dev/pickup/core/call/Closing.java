package dev.pickup.core.call;

import dev.pickup.core.carrier.HangupCause;
import java.time.Instant;
import java.util.Optional;

/// How a call ends: the two signals that finalization joins, and what each told.
///
/// @param bridgedAt       when the caller was put through to a person
/// @param carrierEndedAt  when the carrier's leg ended: the first signal
/// @param hangupCause     present with it
/// @param journalClosedAt when the media task closed the journal or was declared dead: the second signal
/// @param forced          the second signal came from the reconciler: the transcript may lack its end
/// @param sessionOutcome  what the media task said came of it
/// @param recording       its key, when there is one
public record Closing(
        Optional<Instant> bridgedAt,
        Optional<Instant> carrierEndedAt,
        Optional<HangupCause> hangupCause,
        Optional<Instant> journalClosedAt,
        boolean forced,
        Optional<CallOutcome> sessionOutcome,
        Optional<String> recording) {
    private static final Closing OPEN = new Closing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    /// The call lives.
    public static Closing open() {
        return OPEN;
    }

    /// Adds that the caller was put through; the first time stands.
    Closing bridged(Instant at) {
        return new Closing(
                bridgedAt.or(() -> Optional.of(at)),
                carrierEndedAt,
                hangupCause,
                journalClosedAt,
                forced,
                sessionOutcome,
                recording);
    }

    /// Adds the carrier's signal; the first one stands.
    Closing carrierEnded(Instant at, HangupCause cause) {
        return carrierEndedAt.isPresent()
                ? this
                : new Closing(
                        bridgedAt,
                        Optional.of(at),
                        Optional.of(cause),
                        journalClosedAt,
                        forced,
                        sessionOutcome,
                        recording);
    }

    /// Adds the second signal in place of a media task that will not give it; one that was given stands.
    Closing journalForced(Instant at) {
        return journalClosedAt.isPresent()
                ? this
                : new Closing(bridgedAt, carrierEndedAt, hangupCause, Optional.of(at), true, sessionOutcome, recording);
    }

    /// Another media task takes the call: its journal is open again.
    Closing reopened() {
        return new Closing(
                bridgedAt, carrierEndedAt, hangupCause, Optional.empty(), false, Optional.empty(), recording);
    }
}
