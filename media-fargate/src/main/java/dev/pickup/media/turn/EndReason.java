package dev.pickup.media.turn;

import java.util.Locale;

/// Why a media task is done with a call.
public enum EndReason {
    CALLER_HUNG_UP,
    AGENT_HUNG_UP,
    SILENCE,
    MAX_DURATION,
    FAILED,
    HANDED_OVER,
    SHUT_DOWN;

    /// As the journal writes it: `caller-hung-up`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
