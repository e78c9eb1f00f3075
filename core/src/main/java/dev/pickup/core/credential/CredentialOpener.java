package dev.pickup.core.credential;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.credential.SecretsCodec.Secrets;
import java.util.Arrays;
import java.util.Optional;

/// Opens credentials for whoever works with them, now. Blocking; any thread. Faults as [CredentialStore]
/// and [Vault].
public final class CredentialOpener {
    private final CredentialStore store;
    private final Vault vault;

    public CredentialOpener(CredentialStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /// The secrets, for work of this account only. Empty: it has none of this id.
    public Optional<OpenedCredential> open(AccountId account, CredentialId id) {
        return store.find(account, id).map(this::open);
    }

    /// The secrets of whichever account: for a webhook that came to the credential's own address, or a
    /// call in its carrier account.
    public Optional<OpenedCredential> open(CredentialId id) {
        return store.resolve(id).map(this::open);
    }

    private OpenedCredential open(Credential stored) {
        byte[] plain = vault.open(stored.sealed(), new SealContext(stored.account(), stored.id()));
        try {
            Secrets secrets = SecretsCodec.read(plain);
            return new OpenedCredential(stored, secrets.credentials(), secrets.webhookKey());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
