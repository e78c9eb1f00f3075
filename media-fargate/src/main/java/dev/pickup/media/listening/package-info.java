/// From audio to words: the ports [VoiceActivity] and [SpeechToText].
@NullMarked
package dev.pickup.media.listening;

import org.jspecify.annotations.NullMarked;
