package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.PhoneNumber;
import java.time.YearMonth;
import java.util.Locale;

/// How keys are written. The map is in this package's description.
final class Keys {
    private Keys() {}

    static String account(AccountId account) {
        return "ACCOUNT#" + account;
    }

    static String accountMonth(AccountId account, YearMonth month) {
        return account(account) + "#" + month;
    }

    static String agent(AgentId agent) {
        return "AGENT#" + agent;
    }

    static String versionsOf(AgentId agent) {
        return "VERSION#" + agent + "#";
    }

    static String version(AgentId agent, int version) {
        return versionsOf(agent) + String.format(Locale.ROOT, "%07d", version);
    }

    static String number(PhoneNumber number) {
        return "NUMBER#" + number.e164();
    }

    static String numbersOf(AgentId agent) {
        return "DRIVES#" + agent;
    }

    static String outbox(String eventId) {
        return "OUTBOX#" + eventId;
    }
}
