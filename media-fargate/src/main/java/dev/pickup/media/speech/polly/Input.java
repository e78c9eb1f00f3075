package dev.pickup.media.speech.polly;

import dev.pickup.media.speech.aws.ServiceFault;

/// What a reply's thread is told. `source` numbers its stream (0) and its requests: what comes from one that
/// was given up is ignored.
sealed interface Input {
    record Clause(String text) implements Input {}

    /// The caller has heard nothing since then, by the engine's clock.
    record Awaited(long sinceMs) implements Input {}

    /// No more clauses.
    record End() implements Input {}

    /// Somebody will hear it.
    record Wanted() implements Input {}

    record Cancel() implements Input {}

    /// Samples, the reader's to keep.
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Audio(int source, short[] samples) implements Input {}

    /// All was said; the service charges for so many characters.
    record Said(int source, long characters) implements Input {}

    record Broke(int source, ServiceFault fault) implements Input {}
}
