package dev.pickup.local.issuer;

import java.util.Locale;

/// What a member of an account may do.
public enum Role {
    /// Reads and writes.
    OWNER,
    /// Reads.
    VIEWER;

    /// As it appears in `cognito:groups`.
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
