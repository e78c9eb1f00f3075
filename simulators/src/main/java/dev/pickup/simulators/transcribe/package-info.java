/// Amazon Transcribe's streaming transcription, as its clients see it. Start at [TranscribeSimulator]; what is
/// heard is decided by a [Recognizer].
///
/// Sources: Amazon Transcribe API Reference, `StartStreamTranscription`; Developer Guide, "Streaming and
/// partial results", "Guidelines and quotas", 2026.
@NullMarked
package dev.pickup.simulators.transcribe;

import org.jspecify.annotations.NullMarked;
