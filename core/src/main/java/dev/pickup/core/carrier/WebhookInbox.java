package dev.pickup.core.carrier;

import java.time.Instant;

/// Remembers which events of a carrier were dealt with: carriers deliver more than once, sometimes at the same moment.
/// Blocking; any thread; throws `StoreUnavailableException` when the outcome is unknown.
public interface WebhookInbox {
    /// Takes the event for the caller, for [#LEASE_SECONDS] or until `done` or `release`.
    Claim claim(String eventId, Instant now);

    /// It was dealt with: for a day every further delivery is `DONE`. Repeat: harmless.
    void done(String eventId);

    /// It was not dealt with: the next delivery may try at once.
    void release(String eventId);

    /// Longer than a webhook is worked on: after that whoever held it has died. Chosen: three commands at the carrier
    /// client's limits fit in.
    int LEASE_SECONDS = 30;

    enum Claim {
        /// It is the caller's.
        FRESH,
        /// Somebody is at it.
        IN_PROGRESS,
        DONE
    }
}
