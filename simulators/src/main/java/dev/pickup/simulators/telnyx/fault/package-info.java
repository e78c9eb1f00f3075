/// What shall go wrong in one simulated call, or with an account's requests and orders. Start at [FaultScript]. May
/// import the JDK and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.fault;

import org.jspecify.annotations.NullMarked;
