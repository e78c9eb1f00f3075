/// Speech engines that neither recognize nor synthesize: text travels beside silence, coded into the low bits
/// of near-silent audio, through any carrier and process that leaves L16 samples alone. For load tests and for
/// tests that must know exactly what was heard. Start at [ScriptedSpeech]; the wire format is [CodedFrame].
///
/// Speech lasts as long as people need for it. A word is heard when half of it was played, so what barge-in
/// cuts off is not heard; frames may be lost or overtake each other as long as one of a word's second half
/// arrives.
@NullMarked
package dev.pickup.media.speech.scripted;

import org.jspecify.annotations.NullMarked;
