/// The bidirectional media WebSocket, from Twilio's side: mu-law at 8 kHz in JSON, camelCase, numbers as strings.
/// Start at [TwilioStream]. May import `line`, the caller end and JSON.
@NullMarked
package dev.pickup.simulators.twilio.media;

import org.jspecify.annotations.NullMarked;
