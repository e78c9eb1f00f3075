package dev.pickup.core.account;

import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// A customer of ours.
///
/// @param name             shown to people, 1 to 80 characters
/// @param concurrencyLimit most calls at once; further ones hear that the line is busy or go to the fallback
/// @param numberLimit      most numbers bought at once, on our carrier account
/// @param defaultFallback  where callers go when an agent names no fallback number of its own
/// @param version          grows with every write; the condition of the next one
public record Account(
        AccountId id,
        String name,
        int concurrencyLimit,
        int numberLimit,
        Optional<PhoneNumber> defaultFallback,
        Status status,
        Instant createdAt,
        int version) {
    /// What an account starts with. Chosen: a mistake, or somebody else's token, costs little.
    public static final int USUAL_NUMBERS = 25;

    /// With the usual limit of numbers.
    public Account(
            AccountId id,
            String name,
            int concurrencyLimit,
            Optional<PhoneNumber> defaultFallback,
            Status status,
            Instant createdAt,
            int version) {
        this(id, name, concurrencyLimit, USUAL_NUMBERS, defaultFallback, status, createdAt, version);
    }

    public Account {
        if (concurrencyLimit < 1 || numberLimit < 0) {
            throw new IllegalArgumentException(
                    "An account takes at least one call at once, and has no fewer numbers than none.");
        }
    }

    /// Whether calls are taken.
    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
