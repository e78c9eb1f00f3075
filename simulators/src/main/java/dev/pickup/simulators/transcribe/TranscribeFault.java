package dev.pickup.simulators.transcribe;

import java.time.Duration;

/// Something that goes wrong with one stream.
public sealed interface TranscribeFault {
    /// The request is refused, e.g. 429 and `LimitExceededException`.
    record Refuse(int status, String type) implements TranscribeFault {}

    /// An exception arrives among the results, e.g. `InternalFailureException`, and the stream is over.
    record ExceptionEvent(String type) implements TranscribeFault {}

    /// RST_STREAM.
    record Reset() implements TranscribeFault {}

    /// The connection closes, with all streams on it.
    record CloseConnection() implements TranscribeFault {}

    /// The service ends the stream as if the audio were over.
    record EndEarly() implements TranscribeFault {}

    /// Audio is taken, and nothing is answered any more.
    record FallSilent() implements TranscribeFault {}

    /// Every result comes so much later.
    record Slow(Duration by) implements TranscribeFault {}

    /// Every result comes twice.
    record Repeat() implements TranscribeFault {}

    /// After every partial result the one before it comes once more.
    record Disorder() implements TranscribeFault {}

    /// The client's audio is left unread.
    record StopReading() implements TranscribeFault {}
}
