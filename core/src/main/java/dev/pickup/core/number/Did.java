package dev.pickup.core.number;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import java.time.Instant;
import java.util.Optional;

/// A number of an account that callers can dial. Unique over all accounts. Drives one agent at a time, or none.
///
/// @param carrierNumberId how the carrier names it
/// @param version         grows with every write; the condition of the next one
public record Did(
        AccountId account,
        PhoneNumber number,
        String label,
        Source source,
        CarrierName carrier,
        String carrierNumberId,
        Status status,
        Optional<AgentId> agent,
        Instant createdAt,
        int version) {
    /// Where it is in provisioning.
    public enum Status {
        ORDERED,
        CONFIGURING,
        ACTIVE,
        FAILED,
        RELEASING
    }

    /// Whose carrier account it is on.
    public enum Source {
        /// Bought by us, on ours.
        MANAGED,
        /// Brought by the customer, on theirs; the carrier bills it to them.
        BYOP
    }

    /// Who carries its calls.
    public enum CarrierName {
        TELNYX,
        TWILIO
    }
}
