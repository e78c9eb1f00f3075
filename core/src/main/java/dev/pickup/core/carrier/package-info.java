/// The carrier port: events in, commands out. Start at [Carrier] and [CarrierEvent].
///
/// A carrier's wire shapes never leave its own package below. Knows nothing of calls: a leg is all it speaks of.
@NullMarked
package dev.pickup.core.carrier;

import org.jspecify.annotations.NullMarked;
