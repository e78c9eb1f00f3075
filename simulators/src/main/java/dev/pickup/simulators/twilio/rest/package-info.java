/// The shapes of Twilio's HTTP: form parameters in, JSON out, and refusals with an integer code.
/// Start at [TwilioServer]. May import the JDK and JSON only.
@NullMarked
package dev.pickup.simulators.twilio.rest;

import org.jspecify.annotations.NullMarked;
