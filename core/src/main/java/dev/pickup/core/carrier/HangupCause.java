package dev.pickup.core.carrier;

/// Why a leg ended, in our words.
public enum HangupCause {
    /// Somebody hung up after it was answered.
    COMPLETED,
    /// Nobody took it in time, or the caller gave up first.
    NO_ANSWER,
    BUSY,
    REFUSED,
    BAD_NUMBER,
    /// The carrier's or our own limit on a leg's length.
    TIME_LIMIT,
    /// We asked the carrier and it said, or nobody told us at all.
    UNKNOWN;

    /// As events and stored calls write it: `no-answer`.
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
