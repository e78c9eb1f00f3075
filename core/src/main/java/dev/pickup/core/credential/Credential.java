package dev.pickup.core.credential;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.Did.CarrierName;
import java.time.Instant;

/// What we keep of an account's key for its own carrier account: all that may be shown, and the secrets
/// sealed.
///
/// @param carrierAccount how the carrier names the account that it opens
/// @param lastFour       of the secret that people know it by; empty when it is too short to show any of
///                       it
/// @param sealed         the secrets; only [Vault] opens them
/// @param diagnosis      what the last test found out
/// @param testedAt       when that was
/// @param version        grows with every write; the condition of the next one
public record Credential(
        AccountId account,
        CredentialId id,
        CarrierName carrier,
        String carrierAccount,
        String lastFour,
        Sealed sealed,
        Diagnosis diagnosis,
        Instant testedAt,
        Instant createdAt,
        int version) {
    /// With the outcome of a later test, and the same secrets under the vault's newest master key.
    public Credential tested(Diagnosis found, Sealed anew, Instant now) {
        return new Credential(account, id, carrier, carrierAccount, lastFour, anew, found, now, createdAt, version + 1);
    }
}
