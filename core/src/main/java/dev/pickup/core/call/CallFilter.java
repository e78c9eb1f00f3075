package dev.pickup.core.call;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// Which calls of an account are wanted; all parts must hold.
///
/// @param from    rang at this time or later
/// @param to      rang before this time
/// @param number  the account's number that was dialled
/// @param words   is in what was said, or in the caller's number; upper and lower case are the same
public record CallFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<AgentId> agent,
        Optional<PhoneNumber> number,
        Optional<CallOutcome> outcome,
        Optional<String> words) {
    /// Calls to this number of the account.
    public static CallFilter ofNumber(PhoneNumber number) {
        return new CallFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(number),
                Optional.empty(),
                Optional.empty());
    }

    /// Calls to this number of the account from then on.
    public static CallFilter since(Instant from, PhoneNumber number) {
        return new CallFilter(
                Optional.of(from),
                Optional.empty(),
                Optional.empty(),
                Optional.of(number),
                Optional.empty(),
                Optional.empty());
    }

    /// All calls.
    public static CallFilter all() {
        return new CallFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
