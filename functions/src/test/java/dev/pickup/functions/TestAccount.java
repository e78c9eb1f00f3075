package dev.pickup.functions;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentTemplates;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// An account with a number and an agent that no other test has.
public record TestAccount(AccountId id, PhoneNumber number, AgentId agent) {
    private static final Instant MADE = Instant.parse("2026-11-01T08:00:00Z");

    /// Not stored yet.
    public static TestAccount fresh() {
        return new TestAccount(TestDatabase.newAccount(), anyNumber(), new AgentId("agt_desk"));
    }

    public static PhoneNumber anyNumber() {
        return new PhoneNumber("+1312555" + ThreadLocalRandom.current().nextInt(1_000, 10_000)
                + ThreadLocalRandom.current().nextInt(10, 100));
    }

    /// Stores the account.
    public TestAccount open(FunctionsWiring wiring, int concurrencyLimit, Optional<PhoneNumber> fallback) {
        wiring.accounts()
                .create(new Account(id, "Alder Dental", concurrencyLimit, fallback, Account.Status.ACTIVE, MADE, 1));
        return this;
    }

    /// Stores the number, driving nothing.
    public TestAccount withNumber(FunctionsWiring wiring) {
        wiring.numbers()
                .add(new Did(
                        id,
                        number,
                        "front desk",
                        Did.Source.MANAGED,
                        Did.CarrierName.TELNYX,
                        "1293384261075731499",
                        Did.Status.ACTIVE,
                        Optional.empty(),
                        MADE,
                        Optional.empty(),
                        1));
        return this;
    }

    /// Stores the agent and lets the number drive it.
    public TestAccount withAgent(FunctionsWiring wiring, boolean enabled) {
        wiring.agents().create(new Agent(id, agent, 1, settings(enabled), MADE, MADE));
        wiring.numbers().attach(id, number, agent, MADE);
        return this;
    }

    private static AgentSettings settings(boolean enabled) {
        AgentSettings clinic = AgentTemplates.CLINIC.settings();
        return new AgentSettings(
                clinic.name(),
                clinic.business(),
                clinic.systemPrompt(),
                clinic.greeting(),
                clinic.disclosure(),
                clinic.language(),
                clinic.voice(),
                clinic.model(),
                clinic.temperature(),
                clinic.tools(),
                clinic.facts(),
                clinic.hours(),
                clinic.timeZone(),
                clinic.recording(),
                clinic.vocabulary(),
                clinic.pronunciations(),
                clinic.limits(),
                Optional.empty(),
                enabled,
                EngineWishes.NONE,
                false);
    }
}
