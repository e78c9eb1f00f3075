/// Amazon Polly as its clients see it: a text at a time, or text and audio in one stream. Start at [PollySimulator];
/// how it sounds is decided by a [Voice].
///
/// Sources: Amazon Polly API Reference, `SynthesizeSpeech` and `StartSpeechSynthesisStream`; Developer Guide,
/// "Sending text and receiving audio", "Speech marks" and "Quotas in Amazon Polly", 2026.
@NullMarked
package dev.pickup.simulators.polly;

import org.jspecify.annotations.NullMarked;
