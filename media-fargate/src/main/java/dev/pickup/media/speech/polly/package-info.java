/// Amazon Polly behind [dev.pickup.media.speaking.TextToSpeech]. Start at [PollyTextToSpeech].
///
/// A reply is one [SpokenReply] with a thread of its own: it speaks through one bidirectional stream, and goes
/// on clause by clause when there is none. The stream brings sound without a mark where a clause ends:
/// [ClauseSplitter] finds the pauses.
///
/// Sources: Amazon Polly API Reference, `StartSpeechSynthesisStream` and `SynthesizeSpeech`; Developer Guide,
/// "Sending text and receiving audio", "Quotas in Amazon Polly", 2026.
@NullMarked
package dev.pickup.media.speech.polly;

import org.jspecify.annotations.NullMarked;
