/// What only a test or a person at the controls may do: open accounts, look at them whole, let things go wrong.
/// Start at [ControlRoutes]. May import `account`, `fault`, `call`, `rest`, the caller end and JSON.
@NullMarked
package dev.pickup.simulators.twilio.control;

import org.jspecify.annotations.NullMarked;
