package dev.pickup.core.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What came of a call.
public enum CallOutcome {
    COMPLETED,
    BOOKED,
    MESSAGE_TAKEN,
    TRANSFERRED,
    /// The caller hung up before saying anything.
    ABANDONED,
    FAILED,
    REJECTED_BUSY,
    REJECTED_UNKNOWN_NUMBER,
    REJECTED_NO_AGENT,
    /// Nobody told us how it ended: the media task died and no other took over.
    PARTIAL;

    /// As the API and the journal write it: `message-taken`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The outcome written as `text`; empty when there is none such.
    public static Optional<CallOutcome> of(String text) {
        return Arrays.stream(values()).filter(o -> o.wireName().equals(text)).findFirst();
    }
}
