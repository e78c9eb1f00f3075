package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.message.CallerMessage;
import dev.pickup.core.message.CallerMessageStore;
import dev.pickup.core.message.CallerMessageStoreContract;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbCallerMessageStoreIT extends CallerMessageStoreContract {
    private final Database database;

    DynamoDbCallerMessageStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected CallerMessageStore store() {
        return new DynamoDbCallerMessageStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corrupt(CallerMessage message) {
        database.client()
                .updateItem(r -> r.tableName(Tables.ACCOUNTS.name())
                        .key(Attributes.of(Keys.account(message.account()), "MESSAGE#" + message.id())
                                .toMap())
                        .updateExpression("REMOVE #text")
                        .expressionAttributeNames(Map.of("#text", "text")));
    }
}
