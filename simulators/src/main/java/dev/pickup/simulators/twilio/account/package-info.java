/// A customer's account at Twilio: keys, numbers, applications, trunks, messaging services, and the REST resources that
/// read and change them. Start at [TwilioAccountSeed] for what an account has at first, at [TwilioAccount] for what it
/// has now, at [RestApi] for how a request finds its way. May import `rest`, `fault` and JSON only.
@NullMarked
package dev.pickup.simulators.twilio.account;

import org.jspecify.annotations.NullMarked;
