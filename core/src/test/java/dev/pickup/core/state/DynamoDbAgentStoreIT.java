package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.agent.AgentStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbAgentStoreIT extends AgentStoreContract {
    private final Database database;

    DynamoDbAgentStoreIT(Database database) {
        this.database = database;
    }

    @Override
    protected AgentStore store() {
        return new DynamoDbAgentStore(database);
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected void corruptNewest(AccountId account, AgentId id) {
        database.client()
                .putItem(r -> r.tableName(Tables.ACCOUNTS.name())
                        .item(Attributes.of(Keys.account(account), Keys.agent(id))
                                .text("accountId", account.value())
                                .text("agentId", id.value())
                                .text("version", "one")
                                .toMap()));
    }
}
