/// Calls: who dials, what the number leads to, what the web server says to do, and the REST resource.
/// Start at [Switchboard]. May import `account`, `media`, `fault`, `rest`, `line`, the caller end and JSON.
@NullMarked
package dev.pickup.simulators.twilio.call;

import org.jspecify.annotations.NullMarked;
