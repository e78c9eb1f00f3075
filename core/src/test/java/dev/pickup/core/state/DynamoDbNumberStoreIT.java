package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.number.NumberStoreContract;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestDatabase.class)
class DynamoDbNumberStoreIT extends NumberStoreContract {
    private final Database database;

    DynamoDbNumberStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected NumberStore store() {
        return new DynamoDbNumberStore(database);
    }

    @Override
    protected AgentStore agents() {
        return new DynamoDbAgentStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected List<DomainEvent> pendingEvents(AccountId account) {
        return OutboxEvents.of(database, account);
    }

    @Override
    protected void corrupt(AccountId account, PhoneNumber number) {
        database.client()
                .updateItem(r -> r.tableName(Tables.ACCOUNTS.name())
                        .key(Attributes.of(Keys.account(account), Keys.number(number))
                                .toMap())
                        .updateExpression("SET #s = :s")
                        .expressionAttributeNames(Map.of("#s", "status"))
                        .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("SOMEWHERE"))));
    }
}
