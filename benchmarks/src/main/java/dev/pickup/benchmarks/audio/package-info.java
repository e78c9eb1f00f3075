/// A few calls over the simulated exchange on bad lines, with the offline engines, measured from the audio itself.
/// Start at [dev.pickup.benchmarks.audio.AudioRun].
@NullMarked
package dev.pickup.benchmarks.audio;

import org.jspecify.annotations.NullMarked;
