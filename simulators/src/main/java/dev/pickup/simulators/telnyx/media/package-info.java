/// The bidirectional media WebSocket, from the carrier's side: it connects to the customer, sends what the caller says
/// frame by frame, and plays what comes back in real time. Start at [MediaStream].
/// May import the caller end, `fault`, `line`, `rest` and JSON.
@NullMarked
package dev.pickup.simulators.telnyx.media;

import org.jspecify.annotations.NullMarked;
