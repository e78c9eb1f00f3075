package dev.pickup.core.credential;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierAccounts;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.credential.SecretsCodec.Secrets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Takes credentials in once they are tested, and tests them again. Blocking; any thread. Faults as
/// [CredentialStore] and [Vault].
public final class CredentialDesk {
    private static final int MAX_ATTEMPTS = 5;

    private final CredentialStore store;
    private final Vault vault;
    private final CredentialOpener opener;
    private final CarrierAccounts carriers;
    private final CredentialDoctor doctor = new CredentialDoctor();
    private final RandomGenerator random;

    /// @param random makes ids: a `SecureRandom` outside of tests
    public CredentialDesk(CredentialStore store, Vault vault, CarrierAccounts carriers, RandomGenerator random) {
        this.store = store;
        this.vault = vault;
        this.opener = new CredentialOpener(store, vault);
        this.carriers = carriers;
        this.random = random;
    }

    /// What became of credentials that somebody gave us.
    public sealed interface Taken {
        record Stored(Credential credential) implements Taken {}

        /// Nothing was stored; the table says what is missing and where to grant it.
        record Refused(Diagnosis diagnosis) implements Taken {}
    }

    /// Tests them, and stores them sealed if they will do. Repeat: stores them again, under another id.
    public Taken take(AccountId account, CarrierCredentials credentials, Instant now) {
        CarrierAccount carrier = carriers.open(credentials);
        Diagnosis diagnosis = doctor.examine(carrier);
        if (!diagnosis.isUsable()) {
            return new Taken.Refused(diagnosis);
        }
        CredentialId id = CredentialId.next(random);
        Sealed sealed = seal(new Secrets(credentials, carrier.webhookKey()), new SealContext(account, id));
        Credential credential = new Credential(
                account,
                id,
                credentials.carrier(),
                carrier.accountId(),
                credentials.known().lastFour(),
                sealed,
                diagnosis,
                now,
                now,
                1);
        store.add(credential);
        return new Taken.Stored(credential);
    }

    /// Tests stored credentials again and keeps what was found out; seals them under the vault's newest
    /// master key by the way, which is how a rotated one gets out of use. Empty: there are none of this
    /// id in the account.
    public Optional<Credential> test(AccountId account, CredentialId id, Instant now) {
        Optional<OpenedCredential> opened = opener.open(account, id);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Diagnosis diagnosis = doctor.examine(carriers.open(opened.get().secrets()));
        Sealed anew = vault.rewrap(opened.get().stored().sealed(), new SealContext(account, id));
        Optional<Credential> newest = store.find(account, id);
        for (int attempt = 0; attempt < MAX_ATTEMPTS && newest.isPresent(); attempt++) {
            Credential tested = newest.get().tested(diagnosis, anew, now);
            if (store.save(tested)) {
                return Optional.of(tested);
            }
            newest = store.find(account, id);
        }
        return newest; // others test it all the time, and what they found is as good
    }

    private Sealed seal(Secrets secrets, SealContext context) {
        byte[] plain = SecretsCodec.write(secrets);
        try {
            return vault.seal(plain, context);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
