/// The long-lived media task. Start at [MediaTask]; [MediaServer] puts one on a port.
///
/// The order that audio takes:
/// `stream` a carrier's socket → `audio` frames → `session` one loop per call → `listening` words → `turn` what to do →
/// `replying` the model and its tools → `speaking` the voice and its pace → `stream` back to the carrier.
@NullMarked
package dev.pickup.media;

import org.jspecify.annotations.NullMarked;
