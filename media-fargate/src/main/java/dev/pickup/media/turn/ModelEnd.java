package dev.pickup.media.turn;

/// Why the model wrote no more of an answer: what of its last words may be spoken.
public enum ModelEnd {
    /// It is done, or wants its tools.
    COMPLETE,
    /// It is done, and says that it will not answer: a model that refuses, or a guardrail in its place. The words are
    /// meant for the caller.
    DECLINED,
    /// A provider's filter took the rest away.
    FILTERED,
    /// It wrote as much as it may.
    LENGTH;

    /// Whether it meant to end where it did.
    boolean meant() {
        return this == COMPLETE || this == DECLINED;
    }
}
