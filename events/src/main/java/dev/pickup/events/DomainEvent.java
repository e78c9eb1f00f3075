package dev.pickup.events;

import java.time.Instant;

/// A fact that other parts may act on, published on the event bus at least once, in no guaranteed order.
///
/// Bus source is `pickup`; the detail type is [#name()]; the detail is the record as JSON (`schema/<name>.json`).
/// Consumers drop repeats by `eventId`. No caller numbers, no transcript.
public sealed interface DomainEvent permits CallEvent, NumberEvent {
    /// The bus source of every event of ours.
    String SOURCE = "pickup";

    /// Unique per fact; the same on every delivery.
    String eventId();

    /// Whose fact it is.
    String accountId();

    /// When it happened, not when it was sent.
    Instant occurredAt();

    /// The stable detail type, e.g. `call.finalized`.
    String name();
}
