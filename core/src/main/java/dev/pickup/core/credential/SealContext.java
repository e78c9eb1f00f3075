package dev.pickup.core.credential;

import dev.pickup.core.account.AccountId;
import java.util.Map;
import java.util.TreeMap;

/// Whose secret it is. Not secret itself, but bound to the ciphertext: what was sealed for one account or
/// credential does not open for another, wherever it was copied to.
public record SealContext(AccountId account, CredentialId credential) {
    /// As KMS takes it: an encryption context. It shows in CloudTrail, so there is nothing personal in
    /// it.
    public Map<String, String> toMap() {
        return new TreeMap<>(Map.of("account", account.value(), "credential", credential.value()));
    }
}
