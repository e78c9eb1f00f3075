package dev.pickup.simulators.bedrock;

import java.time.Duration;

/// Something that goes wrong with one answer that was begun. What happens before (throttling, refusals, lost
/// connections) is the endpoint's: [dev.pickup.simulators.aws.AwsFault].
public sealed interface BedrockFault {
    /// After so many pieces.
    int pieces();

    /// An exception event, e.g. `modelStreamErrorException`, `throttlingException`, `internalServerException`.
    record StreamException(int pieces, String type) implements BedrockFault {}

    /// The stream ends without a word why.
    record EndEarly(int pieces) implements BedrockFault {}

    /// The connection breaks.
    record Break(int pieces) implements BedrockFault {}

    /// It ends with these words instead of what was to follow, and for this reason: `content_filtered`, `max_tokens`,
    /// or `guardrail_intervened`, whose words are the guardrail's.
    record Stop(int pieces, String reason, String words) implements BedrockFault {}

    /// Nothing comes for so long; 0 pieces: the first token is late.
    record Stall(int pieces, Duration time) implements BedrockFault {}
}
