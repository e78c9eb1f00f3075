/// Engines made of engines: an ordered list of providers behind each port, of which one that works serves. The first of
/// a list is wanted; the others stand in while its [Breaker] is open. May import the ports; never an engine.
@NullMarked
package dev.pickup.media.failover;

import org.jspecify.annotations.NullMarked;
