package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.ToolAnswerStore;
import dev.pickup.core.agent.ToolAnswerStore.Invocation;
import dev.pickup.core.agent.ToolAnswerStoreContract;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestDatabase.class)
class DynamoDbToolAnswerStoreIT extends ToolAnswerStoreContract {
    private final Database database;

    DynamoDbToolAnswerStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected ToolAnswerStore store() {
        return new DynamoDbToolAnswerStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corrupt(Invocation invocation) {
        database.client()
                .updateItem(r -> r.tableName(Tables.IDEMPOTENCY.name())
                        .key(Attributes.of(
                                        Keys.answer(invocation.account(), invocation.call(), invocation.id()), "ANSWER")
                                .toMap())
                        .updateExpression("SET #result = :result")
                        .expressionAttributeNames(Map.of("#result", "result"))
                        .expressionAttributeValues(Map.of(":result", AttributeValue.fromS("{"))));
    }
}
