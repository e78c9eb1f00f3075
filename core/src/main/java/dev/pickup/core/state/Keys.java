package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.PhoneNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// How keys are written. The map is in this package's description.
final class Keys {
    static final String ACCOUNT = "ACCOUNT#";
    static final String CALL_HEADER = "CALL";
    static final String TURN = "TURN#";
    static final String TOOL = "TOOL#";
    static final String COMMAND = "COMMAND#";
    static final String CREDENTIAL = "CREDENTIAL#";
    static final String IMPORT = "IMPORT#";
    static final String ORDER = "ORDER#";
    static final String BOUGHT_NUMBERS = "BOUGHT-NUMBERS";
    static final String MEASURES = "MEASURES#";

    private Keys() {}

    static String account(AccountId account) {
        return ACCOUNT + account;
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

    static String credential(CredentialId credential) {
        return CREDENTIAL + credential;
    }

    static String numberImport(PhoneNumber number) {
        return IMPORT + number.e164();
    }

    static String order(NumberOrderId order) {
        return ORDER + order;
    }

    static String numbersOf(AgentId agent) {
        return "DRIVES#" + agent;
    }

    static String call(CallId call) {
        return "CALL#" + call;
    }

    static String turn(int number) {
        return TURN + String.format(Locale.ROOT, "%05d", number);
    }

    static String tool(long startMs, String invocationId) {
        return TOOL + String.format(Locale.ROOT, "%010d#", startMs) + invocationId;
    }

    static String command(long version, int position, String name) {
        return COMMAND + String.format(Locale.ROOT, "%08d#%02d#", version, position) + name;
    }

    static String measures(int epoch) {
        return MEASURES + String.format(Locale.ROOT, "%05d", epoch);
    }

    static String stream(String tokenHash) {
        return "STREAM#" + tokenHash;
    }

    static String day(AgentId agent, LocalDate day) {
        return "DAY#" + agent + "#" + day;
    }

    static String answer(AccountId account, CallId call, String invocationId) {
        return TOOL + account + "#" + call + "#" + invocationId;
    }

    static String outbox(String eventId) {
        return "OUTBOX#" + eventId;
    }
}
