package dev.pickup.functions.provisioning;

import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.number.NumberDesk;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberStore;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Clock;

/// What provisioning works on.
public record ProvisioningParts(
        NumberMarket market,
        NumberDesk desk,
        NumberOrders orders,
        NumberStore numbers,
        AgentStore agents,
        AccountStore accounts,
        Clock clock) {
    static ProvisioningParts of(FunctionsWiring wiring) {
        return new ProvisioningParts(
                wiring.market(),
                wiring.numberDesk(),
                wiring.numberOrders(),
                wiring.numbers(),
                wiring.agents(),
                wiring.accounts(),
                wiring.clock());
    }
}
