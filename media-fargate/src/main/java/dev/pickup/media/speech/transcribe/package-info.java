/// Amazon Transcribe streaming behind [dev.pickup.media.listening.SpeechToText]. Start at
/// [TranscribeSpeechToText].
///
/// One thread per caller leg owns all of it: what the caller said comes from an [AudioTape], what the service
/// makes of it goes through [Hearing], which is pure. A stream that breaks is replaced under the call: the
/// tape's last seconds are sent once more, and what was known already is told by its time.
///
/// Sources: Amazon Transcribe API Reference, `StartStreamTranscription`; Developer Guide, "Streaming and
/// partial results", "Redacting PII in real time", "Guidelines and quotas", 2026.
@NullMarked
package dev.pickup.media.speech.transcribe;

import org.jspecify.annotations.NullMarked;
