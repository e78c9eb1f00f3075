/// Calls: the REST resource, and what happens in them. May import `account`, `rest` and JSON.
@NullMarked
package dev.pickup.simulators.twilio.call;

import org.jspecify.annotations.NullMarked;
