package dev.pickup.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.agent.AgentStoreContract;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.agent.SomeAgents;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestDatabase.class)
class DynamoDbAgentStoreIT extends AgentStoreContract {
    private final Database database;

    DynamoDbAgentStoreIT(Database database) {
        this.database = database;
    }

    @Test
    void anAgentFromBeforeItHadWishesForItsEnginesIsReadWithoutAny() {
        AccountId account = newAccount();
        Agent agent = SomeAgents.agent(account, "agt_old", 1, "old");
        Map<String, AttributeValue> item =
                new HashMap<>(AgentItems.write(Keys.agent(agent.id()), agent).toMap());
        Map<String, AttributeValue> settings =
                new HashMap<>(item.get("settings").m());
        settings.remove("engines");
        item.put("settings", AttributeValue.fromM(settings));
        database.client().putItem(r -> r.tableName(Tables.ACCOUNTS.name()).item(item));

        assertThat(store().find(account, agent.id()).orElseThrow().settings())
                .isEqualTo(agent.settings().withEngines(EngineWishes.NONE));
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
