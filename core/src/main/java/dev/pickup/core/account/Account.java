package dev.pickup.core.account;

import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// A customer of ours.
///
/// @param name             shown to people, 1 to 80 characters
/// @param concurrencyLimit most calls at once; further ones hear that the line is busy or go to the fallback
/// @param defaultFallback  where callers go when an agent names no fallback number of its own
/// @param version          grows with every write; the condition of the next one
public record Account(
        AccountId id,
        String name,
        int concurrencyLimit,
        Optional<PhoneNumber> defaultFallback,
        Status status,
        Instant createdAt,
        int version) {
    public Account {
        if (concurrencyLimit < 1) {
            throw new IllegalArgumentException("An account takes at least one call at once.");
        }
    }

    /// Whether calls are taken.
    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
