package dev.pickup.local.stack;

import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberStore;
import java.time.Instant;

/// Writes the [DemoAccount] where it is missing. Repeat: harmless, and what somebody changed since stays as it is.
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
        accounts.create(DemoAccount.account(now));
        DemoAccount.agents(now).forEach(agents::create);
        DemoAccount.LINES.forEach(line -> plant(line, now));
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
