/// What Amazon's streaming services have in common: HTTP/2, and events in both directions at once. Start at
/// [EventStreamServer]; the services themselves are packages of their own.
///
/// Source: Amazon Transcribe Developer Guide, "Event stream encoding"; RFC 9113.
@NullMarked
package dev.pickup.simulators.eventstream;

import org.jspecify.annotations.NullMarked;
