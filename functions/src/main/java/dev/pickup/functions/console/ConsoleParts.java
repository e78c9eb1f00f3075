package dev.pickup.functions.console;

import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Clock;

/// What the API works on.
///
/// @param clock for the times of what is saved
public record ConsoleParts(
        AccountStore accounts,
        AgentStore agents,
        NumberStore numbers,
        NumberOrders orders,
        CallStore calls,
        UsageStore usage,
        RecordingSource recordings,
        Clock clock) {
    static ConsoleParts of(FunctionsWiring wiring, RecordingSource recordings) {
        return new ConsoleParts(
                wiring.accounts(),
                wiring.agents(),
                wiring.numbers(),
                wiring.numberOrders(),
                wiring.calls(),
                wiring.usage(),
                recordings,
                wiring.clock());
    }
}
