package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.CredentialStore;
import dev.pickup.core.credential.CredentialStoreContract;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestDatabase.class)
class DynamoDbCredentialStoreIT extends CredentialStoreContract {
    private final Database database;

    DynamoDbCredentialStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected CredentialStore store() {
        return new DynamoDbCredentialStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corrupt(AccountId account, CredentialId id) {
        database.client()
                .updateItem(r -> r.tableName(Tables.ACCOUNTS.name())
                        .key(CredentialItems.key(account, id).toMap())
                        .updateExpression("SET sealed = :s")
                        .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("not base64!"))));
    }
}
