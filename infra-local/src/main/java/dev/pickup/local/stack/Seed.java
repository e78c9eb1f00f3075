package dev.pickup.local.stack;

import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberStore;
import java.time.Instant;

/// Writes the [DemoAccount] once. The account itself comes last, as the sign that all of it is there: a start that died
/// before is completed by the next, and what somebody changed, deleted or gave back since stays as it is.
final class Seed {
    private final AccountStore accounts;
    private final AgentStore agents;
    private final NumberStore numbers;

    Seed(AccountStore accounts, AgentStore agents, NumberStore numbers) {
        this.accounts = accounts;
        this.agents = agents;
        this.numbers = numbers;
    }

    void plant(Instant now) {
        if (accounts.find(DemoAccount.ID).isPresent()) {
            return;
        }
        DemoAccount.agents(now).forEach(agents::create);
        DemoAccount.LINES.forEach(line -> plant(line, now));
        accounts.create(DemoAccount.account(now));
    }

    /// Version 1 means that nobody touched the number since it was written: a start that died before attaching it is
    /// completed, a number that somebody detached stays detached.
    private void plant(DemoAccount.Line line, Instant now) {
        numbers.add(DemoAccount.did(line, now));
        boolean isUntouched = numbers.find(DemoAccount.ID, line.number())
                .map(Did::version)
                .filter(version -> version == 1)
                .isPresent();
        if (isUntouched) {
            line.agent().ifPresent(agent -> numbers.attach(DemoAccount.ID, line.number(), agent, now));
        }
    }
}
