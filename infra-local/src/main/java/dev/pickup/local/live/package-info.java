/// A call, shown while it goes on: placed at the exchange, followed through the product's own API, told turn by turn.
/// Start at [LiveCall]. [Transcript] and [Summary] are pure: documents in, lines out.
///
/// May import the JDK, JSON, `core.call` and the simulators' caller end; knows no store and no handler: what it shows
/// is what any client of the API can see.
@NullMarked
package dev.pickup.local.live;

import org.jspecify.annotations.NullMarked;
