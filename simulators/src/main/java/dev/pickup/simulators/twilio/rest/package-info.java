/// The shapes of Twilio's HTTP: form parameters in, JSON out, and refusals with an integer code.
/// Start at [TwilioEntrance]. May import the JDK, JSON and `simulators.rest` only.
@NullMarked
package dev.pickup.simulators.twilio.rest;

import org.jspecify.annotations.NullMarked;
