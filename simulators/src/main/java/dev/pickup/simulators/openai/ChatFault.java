package dev.pickup.simulators.openai;

import java.time.Duration;

/// Something that goes wrong with one answer. `pieces`: after so many of its pieces.
public sealed interface ChatFault {
    /// Refused before it begins, e.g. 429 and `rate_limit_exceeded`.
    record Refuse(int status, String code) implements ChatFault {}

    /// Nothing comes for so long; 0 pieces: the first one is late.
    record Stall(int pieces, Duration time) implements ChatFault {}

    /// An error object comes among the chunks, and the stream ends.
    record ErrorEvent(int pieces) implements ChatFault {}

    /// The connection breaks.
    record Cut(int pieces) implements ChatFault {}

    /// The stream ends as if all were said: no reason, no `[DONE]`.
    record EndEarly(int pieces) implements ChatFault {}

    /// The provider's filter ends the answer: `finish_reason` is `content_filter`.
    record Filter(int pieces) implements ChatFault {}

    /// The answer has as many tokens as it may: `finish_reason` is `length`.
    record TooLong(int pieces) implements ChatFault {}

    /// The model declines, politely and instead of an answer.
    record Decline(String words) implements ChatFault {}
}
