package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.credential.Credential;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.CredentialStore;
import java.util.List;
import java.util.Optional;

/// Credentials in `pickup-accounts`, with an item of their own that says whose a webhook's address is.
public final class DynamoDbCredentialStore implements CredentialStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final String OWNER = "OWNER";

    private final Database database;

    public DynamoDbCredentialStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Credential credential) {
        Attributes owner =
                owner(credential.id()).text("accountId", credential.account().value());
        List<Integer> refused = database.transact(
                "add credential",
                List.of(
                        Writes.put(TABLE, owner, Writes.ABSENT),
                        Writes.put(TABLE, CredentialItems.write(credential), Writes.ABSENT)));
        if (!refused.isEmpty()) {
            throw new IllegalStateException("A credential of this id is there: " + credential.id());
        }
    }

    @Override
    public Optional<Credential> find(AccountId account, CredentialId id) {
        return database.get(CredentialItems.KIND, TABLE, Keys.account(account), Keys.credential(id))
                .map(CredentialItems::read);
    }

    @Override
    public Optional<Credential> resolve(CredentialId id) {
        return database.get("owner of a credential", TABLE, Keys.credential(id), OWNER)
                .map(item -> item.parsed("accountId", AccountId::new))
                .flatMap(account -> find(account, id));
    }

    @Override
    public Page<Credential> list(AccountId account, int limit, Optional<String> next) {
        return new Listing(CredentialItems.KIND, TABLE, Keys.account(account), Keys.CREDENTIAL, false)
                .page(database, limit, next)
                .map(CredentialItems::read);
    }

    /// By attribute: the set of numbers that depend on it is written by others meanwhile and stays.
    @Override
    public boolean save(Credential credential) {
        Attributes values = CredentialItems.changing(credential, Attributes.nested(), ":")
                .number(":before", credential.version() - 1L)
                .number(":after", credential.version());
        return database.transact(
                        "save credential",
                        List.of(Writes.update(
                                TABLE,
                                CredentialItems.key(credential.account(), credential.id()),
                                "SET sealed = :sealed, findings = :findings, testedAt = :testedAt, version = :after",
                                "version = :before",
                                values)))
                .isEmpty();
    }

    @Override
    public DeleteOutcome delete(AccountId account, CredentialId id) {
        List<Integer> refused = database.transact(
                "delete credential",
                List.of(
                        Writes.delete(
                                TABLE,
                                CredentialItems.key(account, id),
                                Writes.PRESENT + " AND attribute_not_exists(imports)",
                                Attributes.nested()),
                        Writes.delete(
                                TABLE,
                                owner(id),
                                "accountId = :account",
                                Attributes.nested().text(":account", account.value()))));
        if (refused.isEmpty()) {
            return DeleteOutcome.DELETED;
        }
        return find(account, id).isPresent() ? DeleteOutcome.IN_USE : DeleteOutcome.NOT_FOUND;
    }

    private static Attributes owner(CredentialId id) {
        return Attributes.of(Keys.credential(id), OWNER);
    }
}
