package dev.pickup.local.house.broken.events;

import dev.pickup.local.house.broken.core.agent.BrokenAgent;
import dev.pickup.local.house.broken.local.cli.BrokenCommand;
import dev.pickup.local.house.broken.simulators.BrokenExchange;

/// Breaks the rules on purpose.
public final class BrokenEvent {
    void knows(BrokenAgent brokenAgent, BrokenExchange brokenExchange, BrokenCommand brokenCommand) {}
}
