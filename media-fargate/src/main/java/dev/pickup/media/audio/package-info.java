/// PCM and what is done to it: frames, byte order, resampling, recording. Start at [AudioFrame].
@NullMarked
package dev.pickup.media.audio;

import org.jspecify.annotations.NullMarked;
