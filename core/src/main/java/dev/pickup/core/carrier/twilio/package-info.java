/// Twilio: customers' own accounts over REST, calls, webhooks and TwiML. Wire shapes and the SDK stay in here.
/// Start at [TwilioAccounts]; `TwilioRest` is how requests are made.
/// May import `core.carrier`, `core.number`, `core.credential`, JSON, the JDK's HTTP client and Twilio's SDK; never
/// another carrier or a store.
@NullMarked
package dev.pickup.core.carrier.twilio;

import org.jspecify.annotations.NullMarked;
