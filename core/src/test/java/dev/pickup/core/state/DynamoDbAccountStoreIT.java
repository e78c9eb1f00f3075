package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.account.AccountStore;
import dev.pickup.core.account.AccountStoreContract;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestDatabase.class)
class DynamoDbAccountStoreIT extends AccountStoreContract {
    private final Database database;

    DynamoDbAccountStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected AccountStore store() {
        return new DynamoDbAccountStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corrupt(AccountId account) {
        database.client()
                .updateItem(r -> r.tableName(Tables.ACCOUNTS.name())
                        .key(Attributes.of(Keys.account(account), "ACCOUNT").toMap())
                        .updateExpression("SET concurrencyLimit = :many")
                        .expressionAttributeValues(Map.of(":many", AttributeValue.fromS("many"))));
    }
}
