package dev.pickup.core.number;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.credential.CredentialId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A number of an account that callers can dial. Unique over all accounts. Drives one agent at a time, or none.
///
/// @param carrierNumberId how the carrier names it
/// @param byop            with whose credentials it was imported; empty for a number of ours
/// @param purchase        how it came to be ours; empty for one that was brought, or was there from the beginning
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
        Optional<Purchase> purchase,
        int version) {
    /// One that no order of ours is about.
    public Did(
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
        this(
                account,
                number,
                label,
                source,
                carrier,
                carrierNumberId,
                status,
                agent,
                createdAt,
                byop,
                Optional.empty(),
                version);
    }

    /// Brought by the customer.
    ///
    /// @param credential opens the carrier account that it is in
    /// @param drift      fields of its routing that somebody changed at the carrier; empty: it points at us
    public record Byop(CredentialId credential, List<String> drift) {
        public Byop {
            drift = List.copyOf(drift);
        }
    }

    /// What its order says of it.
    ///
    /// @param price   empty until the carrier said it
    /// @param problem what stands in the way, or why it failed
    public record Purchase(NumberOrderId order, Optional<NumberPrice> price, Optional<NumberProblem> problem) {}

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
