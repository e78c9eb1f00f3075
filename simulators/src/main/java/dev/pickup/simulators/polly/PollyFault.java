package dev.pickup.simulators.polly;

import java.time.Duration;

/// Something that goes wrong with one request or stream.
public sealed interface PollyFault {
    /// The request is refused, e.g. 400 and `ThrottlingException`.
    record Refuse(int status, String type) implements PollyFault {}

    /// An exception arrives among the audio, e.g. `ServiceFailureException`; a plain answer breaks off instead.
    record ExceptionEvent(String type) implements PollyFault {}

    /// RST_STREAM.
    record Reset() implements PollyFault {}

    /// The connection closes, with all streams on it.
    record CloseConnection() implements PollyFault {}

    /// The answer ends as if all had been said.
    record EndEarly() implements PollyFault {}

    /// Nothing comes any more.
    record FallSilent() implements PollyFault {}

    /// The next audio comes so much later.
    record Slow(Duration by) implements PollyFault {}
}
