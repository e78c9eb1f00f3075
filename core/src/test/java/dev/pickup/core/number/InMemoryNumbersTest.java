package dev.pickup.core.number;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.events.DomainEvent;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

class InMemoryNumbersTest extends NumberOrdersContract {
    private final InMemoryNumbers memory = new InMemoryNumbers();

    @Override
    protected NumberOrders store() {
        return memory;
    }

    @Override
    protected NumberStore numbers() {
        return memory;
    }

    @Override
    protected List<NumberCharge> charges(AccountId account, YearMonth month) {
        return memory.charges;
    }

    @Override
    protected AgentId newAgent(AccountId account) {
        AgentId agent = new AgentId("agt_one");
        memory.agents.add(agent);
        return agent;
    }

    @Override
    protected boolean isFree(AccountId account, AgentId agent) {
        return memory.list(account, 100, java.util.Optional.empty()).items().stream()
                .noneMatch(did -> did.agent().filter(agent::equals).isPresent());
    }

    @Override
    protected AccountId newAccount() {
        return new AccountId("acc_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    protected List<DomainEvent> pendingEvents(AccountId account) {
        return memory.events.stream()
                .filter(event -> event.accountId().equals(account.value()))
                .toList();
    }
}
