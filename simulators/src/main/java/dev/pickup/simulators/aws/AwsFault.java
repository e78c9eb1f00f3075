package dev.pickup.simulators.aws;

import java.time.Duration;

/// Something that goes wrong with one request.
public sealed interface AwsFault {
    /// The service refuses it, e.g. 400 and `ThrottlingException`.
    record Refuse(int status, String code) implements AwsFault {}

    /// The connection ends without an answer; nothing was done.
    record HangUp() implements AwsFault {}

    /// It was done, but the answer is lost.
    record LoseAnswer() implements AwsFault {}

    /// It is done, late.
    record Delay(Duration time) implements AwsFault {}
}
