package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.core.usage.UsageStoreContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbUsageStoreIT extends UsageStoreContract {
    private final Database database;

    DynamoDbUsageStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected UsageStore store() {
        return new DynamoDbUsageStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected boolean append(UsageRecord usage) {
        return database.transact("append usage", List.of(UsageItems.append(usage)))
                .isEmpty();
    }

    @Override
    protected void corrupt(UsageRecord usage) {
        database.client()
                .updateItem(r -> r.tableName(Tables.USAGE.name())
                        .key(Attributes.of(
                                        Keys.accountMonth(usage.account(), usage.month()), UsageItems.sort(usage.id()))
                                .toMap())
                        .updateExpression("REMOVE currency"));
    }
}
