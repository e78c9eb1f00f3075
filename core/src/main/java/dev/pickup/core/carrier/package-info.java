/// The carrier port. Of calls: events in, commands out; start at [Carrier] and [CarrierEvent]. Of customers' own
/// accounts: what we may do, their numbers, where each points; start at [CarrierAccount].
///
/// A carrier's wire shapes never leave its own package below. Knows nothing of calls: a leg is all it speaks of.
@NullMarked
package dev.pickup.core.carrier;

import org.jspecify.annotations.NullMarked;
