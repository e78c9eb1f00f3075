package dev.pickup.core.state;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.account.AccountStore;
import dev.pickup.core.number.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Accounts in `pickup-accounts`.
public final class DynamoDbAccountStore implements AccountStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final String KIND = "account";
    private static final String SORT = "ACCOUNT";

    private final Database database;

    public DynamoDbAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public SaveOutcome create(Account account) {
        List<Integer> refused =
                database.transact("create account", List.of(Writes.put(TABLE, write(account), Writes.ABSENT)));
        return refused.isEmpty() ? SaveOutcome.SAVED : SaveOutcome.EXISTS;
    }

    @Override
    public SaveOutcome save(Account account) {
        List<Integer> refused = database.transact(
                "save account",
                List.of(Writes.put(
                        TABLE,
                        write(account),
                        "version = :before",
                        Map.of(":before", AttributeValue.fromN(Integer.toString(account.version() - 1))))));
        if (refused.isEmpty()) {
            return SaveOutcome.SAVED;
        }
        Optional<Account> found = find(account.id());
        if (found.isEmpty()) {
            return SaveOutcome.NOT_FOUND;
        }
        return found.get().equals(account) ? SaveOutcome.SAVED : SaveOutcome.STALE;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.get(KIND, TABLE, Keys.account(id), SORT).map(DynamoDbAccountStore::read);
    }

    private static Attributes write(Account account) {
        return Attributes.of(Keys.account(account.id()), SORT)
                .text("accountId", account.id().value())
                .text("name", account.name())
                .number("concurrencyLimit", account.concurrencyLimit())
                .number("numberLimit", account.numberLimit())
                .text("defaultFallback", account.defaultFallback().map(PhoneNumber::e164))
                .text("status", account.status().name())
                .instant("createdAt", account.createdAt())
                .number("version", account.version());
    }

    private static Account read(Item item) {
        int limit = item.integer("concurrencyLimit");
        if (limit < 1) {
            throw new CorruptItemException(KIND, "concurrencyLimit");
        }
        return new Account(
                item.parsed("accountId", AccountId::new),
                item.text("name"),
                limit,
                item.has("numberLimit")
                        ? item.integer("numberLimit")
                        : Account.USUAL_NUMBERS, // the first ones had none
                item.optionalParsed("defaultFallback", PhoneNumber::new),
                item.parsed("status", Account.Status::valueOf),
                item.instant("createdAt"),
                item.integer("version"));
    }
}
