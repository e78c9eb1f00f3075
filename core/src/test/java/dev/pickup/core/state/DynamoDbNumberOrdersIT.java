package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentStore.DeleteOutcome;
import dev.pickup.core.agent.SomeAgents;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberOrdersContract;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.events.DomainEvent;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DynamoDbNumberOrdersIT extends NumberOrdersContract {
    private final Database database;

    DynamoDbNumberOrdersIT(Database database) {
        this.database = database;
    }

    @Override
    protected NumberOrders store() {
        return new DynamoDbNumberOrders(database);
    }

    @Override
    protected NumberStore numbers() {
        return new DynamoDbNumberStore(database);
    }

    @Override
    protected List<NumberCharge> charges(AccountId account, YearMonth month) {
        return new DynamoDbUsageStore(database)
                .charges(account, month, 10, Optional.empty())
                .items();
    }

    @Override
    protected AgentId newAgent(AccountId account) {
        new DynamoDbAgentStore(database).create(SomeAgents.agent(account, "agt_one", 1, "one"));
        return new AgentId("agt_one");
    }

    @Override
    protected boolean isFree(AccountId account, AgentId agent) {
        return new DynamoDbAgentStore(database).delete(account, agent) == DeleteOutcome.DELETED;
    }

    @Override
    protected AccountId newAccount() {
        return TestDatabase.newAccount();
    }

    @Override
    protected List<DomainEvent> pendingEvents(AccountId account) {
        return OutboxEvents.of(database, account);
    }
}
