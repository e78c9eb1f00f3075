/// What shall go wrong in one simulated call. Start at [FaultScript]. May import the JDK and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.fault;

import org.jspecify.annotations.NullMarked;
