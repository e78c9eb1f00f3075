package dev.pickup.core.call;

import java.util.Locale;

/// Whether a finalized call's turns are all that was said.
public enum Transcript {
    COMPLETE,
    /// The journal was never closed: its end may be missing.
    PARTIAL;

    /// As the API writes it: `complete`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
