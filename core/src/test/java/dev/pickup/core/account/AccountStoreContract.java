package dev.pickup.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountStore.SaveOutcome;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.CorruptItemException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [AccountStore] does.
public abstract class AccountStoreContract {
    private AccountId id;

    protected abstract AccountStore store();

    protected abstract AccountId newAccount();

    /// Makes the limit of the stored account text.
    protected abstract void corrupt(AccountId account);

    @BeforeEach
    void ownAccount() {
        id = newAccount();
    }

    @Test
    void anAccountIsReadAsItWasWritten() {
        Account account = account("Alder Dental", 1);

        assertThat(store().create(account)).isEqualTo(SaveOutcome.SAVED);

        assertThat(store().find(id)).contains(account);
        assertThat(store().find(newAccount())).isEmpty();
    }

    @Test
    void aSecondCreateChangesNothing() {
        store().create(account("Alder Dental", 1));

        assertThat(store().create(account("Impostor", 1))).isEqualTo(SaveOutcome.EXISTS);

        assertThat(store().find(id).orElseThrow().name()).isEqualTo("Alder Dental");
    }

    @Test
    void aSaveNeedsTheVersionBefore() {
        store().create(account("Alder Dental", 1));
        Account renamed = account("Alder Smiles", 2);

        assertThat(store().save(renamed)).isEqualTo(SaveOutcome.SAVED);
        assertThat(store().save(renamed)).isEqualTo(SaveOutcome.SAVED);
        assertThat(store().save(account("Late", 2))).isEqualTo(SaveOutcome.STALE);

        assertThat(store().find(id)).contains(renamed);
    }

    @Test
    void anUnknownAccountCannotBeSaved() {
        assertThat(store().save(account("Nobody", 2))).isEqualTo(SaveOutcome.NOT_FOUND);
        assertThat(store().find(id)).isEmpty();
    }

    @Test
    void aCorruptAccountIsAFaultAndNotAbsent() {
        store().create(account("Alder Dental", 1));
        corrupt(id);

        assertThatThrownBy(() -> store().find(id))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("concurrencyLimit");
    }

    private Account account(String name, int version) {
        return new Account(
                id,
                name,
                10,
                Optional.of(new PhoneNumber("+14155550199")),
                Account.Status.ACTIVE,
                Instant.parse("2026-11-01T00:00:00Z"),
                version);
    }
}
