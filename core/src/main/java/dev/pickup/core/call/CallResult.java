package dev.pickup.core.call;

import java.time.Instant;
import java.util.Optional;

/// What is known once a call is finalized.
///
/// @param usageRecordId the one record it was charged with; empty for a call that no agent took: it is not
/// charged
public record CallResult(
        CallOutcome outcome, Transcript transcript, Instant finalizedAt, Optional<String> usageRecordId) {}
