/// Calls through the exchange: who dials whom, the legs of a call and what each is doing, the commands and their
/// effects.
///
/// Start at [OutsideCall] to place one, at [Switchboard] to see how it runs, at [CallLeg] for what a leg can do. All
/// state is owned by the exchange's one thread. May import the caller end and the exchange's other parts, except
/// `control`.
@NullMarked
package dev.pickup.simulators.telnyx.call;

import org.jspecify.annotations.NullMarked;
