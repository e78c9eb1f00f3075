/// From a reply to audio: the port [TextToSpeech], clauses, pacing and what was really heard.
@NullMarked
package dev.pickup.media.speaking;

import org.jspecify.annotations.NullMarked;
