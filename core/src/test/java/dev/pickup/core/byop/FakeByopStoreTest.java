package dev.pickup.core.byop;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

class FakeByopStoreTest extends ByopStoreContract {
    private final FakeByopStore store = new FakeByopStore();
    private int accounts;

    @Override
    protected ByopStore store() {
        return store;
    }

    @Override
    protected AccountId newAccount() {
        return new AccountId("acc_" + ++accounts);
    }

    @Override
    protected CredentialId newCredential(AccountId of) {
        CredentialId id = CredentialId.next(new SecureRandom());
        store.credential(of, id);
        return id;
    }

    @Override
    protected boolean isFree(AccountId of, CredentialId id) {
        return store.dependentsOf(id).isEmpty();
    }

    @Override
    protected Optional<Did.Status> resolved(PhoneNumber called) {
        return store.ownerOf(called).flatMap(_ -> store.statusOf(called));
    }

    @Override
    protected List<DomainEvent> events(AccountId of) {
        return store.events();
    }
}
