package dev.pickup.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.byop.ByopStore;
import dev.pickup.core.byop.ByopStoreContract;
import dev.pickup.core.credential.Credential;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.CredentialStore.DeleteOutcome;
import dev.pickup.core.credential.CredentialStoreContract;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbByopStoreIT extends ByopStoreContract {
    private final Database database;

    DynamoDbByopStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected ByopStore store() {
        return new DynamoDbByopStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected CredentialId newCredential(AccountId of) {
        Credential credential = CredentialStoreContract.someCredential(of);
        new DynamoDbCredentialStore(database).add(credential);
        return credential.id();
    }

    /// The only way to know is to try; a credential that was deleted is put back.
    @Override
    protected boolean isFree(AccountId of, CredentialId id) {
        DynamoDbCredentialStore credentials = new DynamoDbCredentialStore(database);
        Credential before = credentials.find(of, id).orElseThrow();
        boolean free = credentials.delete(of, id) == DeleteOutcome.DELETED;
        if (free) {
            credentials.add(before);
        }
        assertThat(credentials.find(of, id)).contains(before);
        return free;
    }

    @Override
    protected Optional<Did.Status> resolved(PhoneNumber called) {
        return new DynamoDbNumberStore(database).resolve(called).map(Did::status);
    }

    @Override
    protected List<DomainEvent> events(AccountId of) {
        return new Listing("outbox event", Tables.ACCOUNTS, Keys.account(of), "OUTBOX#", false)
                .page(database, 100, Optional.empty()).items().stream()
                        .map(item -> Outbox.read(item.attributes()))
                        .toList();
    }
}
