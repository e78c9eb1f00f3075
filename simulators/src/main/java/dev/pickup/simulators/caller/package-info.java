/// The caller end of a simulated call: a person who listens, waits for their turn, speaks, interrupts, presses digits
/// and hangs up, and a measurement of all that was said and heard, from the audio itself. Knows no carrier.
///
/// Start at [CallerScript] for what a caller does, at [CallerEnd] for how, at [CallReport] for what was measured.
/// All audio is [Pcm]: 16 kHz, mono. May import the JDK only.
@NullMarked
package dev.pickup.simulators.caller;

import org.jspecify.annotations.NullMarked;
