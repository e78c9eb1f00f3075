package dev.pickup.core.carrier;

import java.time.Instant;
import java.util.Optional;

/// What the carrier says of a leg when asked.
public sealed interface LegStatus {
    /// The leg is up.
    record Alive() implements LegStatus {}

    /// The leg is over. `endedAt` is empty when the carrier does not say when.
    record Ended(Optional<Instant> endedAt) implements LegStatus {}

    /// The carrier does not know it (any more): it ended a while ago, or never was.
    record Unknown() implements LegStatus {}
}
