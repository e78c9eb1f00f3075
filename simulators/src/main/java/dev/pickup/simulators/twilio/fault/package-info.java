/// What shall go wrong with REST requests, by script. Start at [RestFaults]. May import `rest` and JSON only.
@NullMarked
package dev.pickup.simulators.twilio.fault;

import org.jspecify.annotations.NullMarked;
