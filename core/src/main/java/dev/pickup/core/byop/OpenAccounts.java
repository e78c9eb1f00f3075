package dev.pickup.core.byop;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import java.util.Optional;

/// Opens a customer's carrier account for work of that customer. Any thread. Faults as
/// [dev.pickup.core.credential.CredentialOpener].
public interface OpenAccounts {
    /// Empty: the account has no such credential.
    Optional<Opened> open(AccountId account, CredentialId credential);

    /// @param carrier whose account it is
    record Opened(CarrierName carrier, CarrierAccount carrierAccount) {}
}
