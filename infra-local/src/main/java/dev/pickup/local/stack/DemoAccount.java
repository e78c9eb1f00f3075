package dev.pickup.local.stack;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentTemplate;
import dev.pickup.core.agent.AgentTemplates;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is there when a stack starts for the first time: an account with three agents from the templates, a number for
/// each, and one number that drives nothing. Pure.
final class DemoAccount {
    static final AccountId ID = new AccountId("acc_demo");

    /// Enough for twenty callers at once and some to spare.
    private static final int CALLS_AT_ONCE = 25;

    private static final AgentId CLINIC = new AgentId("agt_demo");
    private static final AgentId SALON = new AgentId("agt_salon");
    private static final AgentId REAL_ESTATE = new AgentId("agt_realestate");

    /// A number of the account.
    ///
    /// @param carrierId how the carrier names it
    record Line(PhoneNumber number, String carrierId, String label, Optional<AgentId> agent) {}

    /// 877 973 2766 is a real toll-free pattern; the others are from the ranges kept for fiction.
    static final List<Line> LINES = List.of(
            line("+18779732766", "1293384261075731501", "Front desk", Optional.of(CLINIC)),
            line("+14155550111", "1293384261075731502", "Salon", Optional.of(SALON)),
            line("+12125550122", "1293384261075731503", "Homes", Optional.of(REAL_ESTATE)),
            line("+13035550133", "1293384261075731504", "Not in use", Optional.empty()));

    private DemoAccount() {}

    static Account account(Instant now) {
        return new Account(ID, "Demo account", CALLS_AT_ONCE, Optional.empty(), Account.Status.ACTIVE, now, 1);
    }

    /// The clinic's calls are recorded, so that there is something to listen to, and a person stands by for them.
    static List<Agent> agents(Instant now) {
        return List.of(
                agent(CLINIC, shown(AgentTemplates.CLINIC.settings()), now),
                agent(SALON, settings(AgentTemplates.SALON), now),
                agent(REAL_ESTATE, settings(AgentTemplates.REAL_ESTATE), now));
    }

    static Did did(Line line, Instant now) {
        return new Did(
                ID,
                line.number(),
                line.label(),
                Did.Source.MANAGED,
                Did.CarrierName.TELNYX,
                line.carrierId(),
                Did.Status.ACTIVE,
                Optional.empty(),
                now,
                Optional.empty(),
                1);
    }

    private static Line line(String number, String carrierId, String label, Optional<AgentId> agent) {
        return new Line(new PhoneNumber(number), carrierId, label, agent);
    }

    private static Agent agent(AgentId id, AgentSettings settings, Instant now) {
        return new Agent(ID, id, 1, settings, now, now);
    }

    private static AgentSettings settings(AgentTemplate template) {
        return template.settings();
    }

    private static AgentSettings shown(AgentSettings of) {
        return new AgentSettings(
                of.name(),
                of.business(),
                of.systemPrompt(),
                of.greeting(),
                of.disclosure(),
                of.language(),
                of.voice(),
                of.model(),
                of.temperature(),
                of.tools(),
                of.facts(),
                of.hours(),
                of.timeZone(),
                true,
                of.vocabulary(),
                of.pronunciations(),
                of.limits(),
                Optional.of(DemoTelephones.FRONT_DESK),
                of.enabled(),
                EngineWishes.NONE,
                false);
    }
}
