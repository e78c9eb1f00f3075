package dev.pickup.local.stack;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.media.speaking.SpokenForm;
import dev.pickup.media.turn.Opening;
import java.util.List;
import java.util.Optional;

/// What agents say first, as their voice is given it.
final class Greetings {
    /// Agents of one account whose greeting is worth making at every start; chosen.
    private static final int AGENTS = 20;

    private Greetings() {}

    static List<String> of(AgentStore agents, AccountId account) {
        return agents.list(account, AGENTS, Optional.empty()).items().stream()
                .map(Agent::settings)
                .flatMap(settings -> spoken(settings).stream())
                .toList();
    }

    private static List<String> spoken(AgentSettings agent) {
        SpokenForm form = new SpokenForm(agent.language(), agent.pronunciations());
        return Opening.clauses(agent).stream().map(form::of).toList();
    }
}
