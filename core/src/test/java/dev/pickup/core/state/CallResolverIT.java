package dev.pickup.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.SomeAgents;
import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallResolver;
import dev.pickup.core.call.Resolution;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who takes a call, from what is stored.
@ExtendWith(TestDatabase.class)
class CallResolverIT {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PhoneNumber AGENTS_FALLBACK =
            SomeAgents.settings("any").fallbackNumber().orElseThrow();

    private final Database database;
    private final AccountId account = TestDatabase.newAccount();
    private final PhoneNumber number =
            new PhoneNumber("+1" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_999_999_999L));

    CallResolverIT(Database database) {
        this.database = database;
    }

    @Test
    void theNumbersAgentTakesItOnItsNewestVersion() {
        store(Account.Status.ACTIVE, Optional.empty());
        Agent agent = attachAgent();
        new DynamoDbAgentStore(database)
                .save(SomeAgents.agent(account, agent.id().value(), 2, "Second version"));
        assertThat(resolve())
                .isEqualTo(new Resolution(
                        account,
                        new Answering.ByAgent(
                                agent.id(),
                                2,
                                Optional.of(AGENTS_FALLBACK),
                                agent.settings().limits().maxDuration())));
    }

    @Test
    void aSuspendedAccountTakesNoCalls() {
        store(Account.Status.SUSPENDED, Optional.empty());
        attachAgent();
        assertThat(resolve()).isEqualTo(refused(Optional.empty()));
    }

    @Test
    void aDetachedNumberGoesToTheAccountsFallback() {
        PhoneNumber fallback = new PhoneNumber("+14155550177");
        store(Account.Status.ACTIVE, Optional.of(fallback));
        assertThat(resolve()).isEqualTo(refused(Optional.of(fallback)));
    }

    @Test
    void aNumberIsNotItsOwnFallback() {
        store(Account.Status.ACTIVE, Optional.of(number));
        assertThat(resolve()).as("it would ring here again").isEqualTo(refused(Optional.empty()));
    }

    @Test
    void aNumberOfNobodyIsUnknown() {
        assertThat(resolve())
                .isEqualTo(
                        new Resolution(Call.NOBODY, new Answering.Refused(Refusal.UNKNOWN_NUMBER, Optional.empty())));
    }

    private Resolution refused(Optional<PhoneNumber> fallback) {
        return new Resolution(account, new Answering.Refused(Refusal.NO_AGENT, fallback));
    }

    private Resolution resolve() {
        return new CallResolver(
                        new DynamoDbAccountStore(database),
                        new DynamoDbNumberStore(database),
                        new DynamoDbAgentStore(database),
                        new DynamoDbCallStore(database))
                .resolve(number);
    }

    private void store(Account.Status status, Optional<PhoneNumber> fallback) {
        new DynamoDbAccountStore(database).create(new Account(account, "Alder Dental", 5, fallback, status, NOW, 1));
        new DynamoDbNumberStore(database)
                .add(new Did(
                        account,
                        number,
                        "front desk",
                        Did.CarrierName.TELNYX,
                        "1293384261075731499",
                        Did.Status.ACTIVE,
                        Optional.empty(),
                        NOW,
                        1));
    }

    private Agent attachAgent() {
        Agent agent = SomeAgents.agent(account, "agt_desk", 1, "Front desk");
        new DynamoDbAgentStore(database).create(agent);
        new DynamoDbNumberStore(database).attach(account, number, agent.id(), NOW);
        return agent;
    }
}
