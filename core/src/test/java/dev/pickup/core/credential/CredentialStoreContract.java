package dev.pickup.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.credential.CredentialStore.DeleteOutcome;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.state.CorruptItemException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [CredentialStore] does. That numbers keep a credential from being deleted is held by
/// `ByopStoreContract`.
public abstract class CredentialStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Diagnosis FOUND = new Diagnosis(List.of(
            Finding.ok(Capability.OPEN_ACCOUNT),
            Finding.missing(
                    Capability.SEND_MESSAGES, Cause.PERMISSION, "required permission x is missing", "Console")));

    protected abstract CredentialStore store();

    protected abstract AccountId newAccount();

    /// Overwrites what is sealed with something that is not.
    protected abstract void corrupt(AccountId account, CredentialId id);

    @Test
    void aCredentialIsReadAsItWasWritten() {
        Credential credential = someCredential(newAccount());

        store().add(credential);

        assertThat(store().find(credential.account(), credential.id())).contains(credential);
        assertThat(store().resolve(credential.id())).contains(credential);
        assertThat(store().list(credential.account(), 10, Optional.empty()).items())
                .containsExactly(credential);
    }

    @Test
    void anotherAccountFindsListsChangesAndDeletesNothingOfIt() {
        Credential credential = someCredential(newAccount());
        AccountId other = newAccount();
        store().add(credential);

        assertThat(store().find(other, credential.id())).isEmpty();
        assertThat(store().list(other, 10, Optional.empty()).items()).isEmpty();
        assertThat(store().delete(other, credential.id())).isEqualTo(DeleteOutcome.NOT_FOUND);
        assertThat(store().save(of(other, credential.id()).tested(FOUND, Sealed.of(new byte[] {4}), NOW)))
                .isFalse();
        assertThat(store().find(credential.account(), credential.id())).contains(credential);
        assertThat(store().resolve(credential.id())).contains(credential);
    }

    @Test
    void anIdOfAnotherAccountIsNotTakenOver() {
        Credential credential = someCredential(newAccount());
        store().add(credential);

        assertThatThrownBy(() -> store().add(of(newAccount(), credential.id())))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store().resolve(credential.id())).contains(credential);
    }

    @Test
    void ofTwoWritersOfOneVersionTheSecondReadsAgain() {
        Credential credential = someCredential(newAccount());
        store().add(credential);
        Credential tested = credential.tested(FOUND, Sealed.of(new byte[] {4}), NOW.plusSeconds(60));

        assertThat(store().save(tested)).isTrue();
        assertThat(store().save(credential.tested(FOUND, Sealed.of(new byte[] {9}), NOW)))
                .isFalse();

        assertThat(store().find(credential.account(), credential.id())).contains(tested);
    }

    @Test
    void aDeletedCredentialIsGoneForGood() {
        Credential credential = someCredential(newAccount());
        store().add(credential);

        assertThat(store().delete(credential.account(), credential.id())).isEqualTo(DeleteOutcome.DELETED);

        assertThat(store().find(credential.account(), credential.id())).isEmpty();
        assertThat(store().resolve(credential.id())).isEmpty();
        assertThat(store().delete(credential.account(), credential.id())).isEqualTo(DeleteOutcome.NOT_FOUND);
        assertThat(store().save(credential.tested(FOUND, Sealed.of(new byte[] {4}), NOW)))
                .isFalse();
    }

    @Test
    void aListGoesOnWhereItStopped() {
        AccountId account = newAccount();
        for (int i = 0; i < 5; i++) {
            store().add(someCredential(account));
        }

        var first = store().list(account, 3, Optional.empty());
        var second = store().list(account, 3, first.next());

        assertThat(first.items()).hasSize(3).doesNotContainAnyElementsOf(second.items());
        assertThat(second.items()).hasSize(2);
    }

    @Test
    void aCorruptCredentialIsAFaultAndNotAbsent() {
        Credential credential = someCredential(newAccount());
        store().add(credential);
        corrupt(credential.account(), credential.id());

        assertThatThrownBy(() -> store().find(credential.account(), credential.id()))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("sealed");
    }

    /// Not stored yet.
    public static Credential someCredential(AccountId account) {
        return of(account, CredentialId.next(new SecureRandom()));
    }

    private static Credential of(AccountId account, CredentialId id) {
        return new Credential(
                account,
                id,
                CarrierName.TWILIO,
                "AC00000000000000000000000000000001",
                "z9y8",
                Sealed.of(new byte[] {1, 2, 3}),
                new Diagnosis(List.of(Finding.ok(Capability.OPEN_ACCOUNT))),
                NOW,
                NOW,
                1);
    }
}
