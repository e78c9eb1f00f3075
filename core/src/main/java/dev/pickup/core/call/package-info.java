/// A call from ring to finalization. Start at [Call] and [CallState]; `CallDirector` decides, [CallStore] remembers,
/// [CallClaims] says which media task holds it.
///
/// May import events, the carrier port and other subjects' values; never a vendor, HTTP or the AWS SDK.
@NullMarked
package dev.pickup.core.call;

import org.jspecify.annotations.NullMarked;
