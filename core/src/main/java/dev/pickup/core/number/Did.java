package dev.pickup.core.number;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.credential.CredentialId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A number of an account that callers can dial. Unique over all accounts. Drives one agent at a time, or none.
///
/// @param carrierNumberId how the carrier names it
/// @param byop            with whose credentials it was imported; empty for a number of ours
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
        Optional<Byop> byop,
        int version) {
    /// Brought by the customer.
    ///
    /// @param credential opens the carrier account that it is in
    /// @param drift      fields of its routing that somebody changed at the carrier; empty: it points at us
    public record Byop(CredentialId credential, List<String> drift) {
        public Byop {
            drift = List.copyOf(drift);
        }
    }

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
