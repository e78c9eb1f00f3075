package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.agent.AgentStore.DeleteOutcome;
import dev.pickup.core.agent.SomeAgents;
import dev.pickup.core.number.NumberStore.AddOutcome;
import dev.pickup.core.number.NumberStore.AttachOutcome;
import dev.pickup.core.state.CorruptItemException;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberAttached;
import dev.pickup.events.NumberEvent.NumberDetached;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [NumberStore] does.
public abstract class NumberStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final AgentId ONE = new AgentId("agt_one");
    private static final AgentId TWO = new AgentId("agt_two");

    private AccountId account;
    private final PhoneNumber number = someNumber();

    protected abstract NumberStore store();

    protected abstract AgentStore agents();

    protected abstract AccountId newAccount();

    /// Events that wait for the bus, of one account, oldest first.
    protected abstract List<DomainEvent> pendingEvents(AccountId account);

    /// Writes an item that the store did not write, where this number belongs.
    protected abstract void corrupt(AccountId account, PhoneNumber number);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
    }

    @Test
    void aNumberIsReadAsItWasWritten() {
        Did did = did(account, number);

        assertThat(store().add(did)).isEqualTo(AddOutcome.ADDED);

        assertThat(store().find(account, number)).contains(did);
        assertThat(store().resolve(number)).contains(did);
    }

    @Test
    void aNumberIsUniqueOverAllAccounts() {
        AccountId other = newAccount();
        store().add(did(account, number));

        assertThat(store().add(did(other, number))).isEqualTo(AddOutcome.TAKEN);
        assertThat(store().add(did(account, number))).isEqualTo(AddOutcome.TAKEN);

        assertThat(store().find(other, number)).isEmpty();
        assertThat(store().resolve(number).orElseThrow().account()).isEqualTo(account);
    }

    @Test
    void anAttachedNumberDrivesItsAgentAndSaysSoOnce() {
        store().add(did(account, number));
        agent("agt_one");

        assertThat(store().attach(account, number, ONE, NOW)).isEqualTo(AttachOutcome.DONE);
        assertThat(store().attach(account, number, ONE, NOW.plusSeconds(1))).isEqualTo(AttachOutcome.DONE);

        assertThat(store().find(account, number).orElseThrow().agent()).contains(ONE);
        assertThat(pendingEvents(account)).singleElement().isInstanceOfSatisfying(NumberAttached.class, event -> {
            assertThat(event.number()).isEqualTo(number.e164());
            assertThat(event.agentId()).isEqualTo("agt_one");
            assertThat(event.occurredAt()).isEqualTo(NOW);
        });
    }

    @Test
    void attachingAnotherAgentReplacesTheFirst() {
        store().add(did(account, number));
        agent("agt_one");
        agent("agt_two");
        store().attach(account, number, ONE, NOW);

        assertThat(store().attach(account, number, TWO, NOW)).isEqualTo(AttachOutcome.DONE);

        assertThat(store().find(account, number).orElseThrow().agent()).contains(TWO);
        assertThat(agents().delete(account, ONE)).isEqualTo(DeleteOutcome.DELETED);
        assertThat(agents().delete(account, TWO)).isEqualTo(DeleteOutcome.NUMBERS_ATTACHED);
    }

    @Test
    void aDetachedNumberDrivesNothingAndSaysSoOnce() {
        store().add(did(account, number));
        agent("agt_one");
        store().attach(account, number, ONE, NOW);

        assertThat(store().detach(account, number, NOW.plusSeconds(1))).isEqualTo(AttachOutcome.DONE);
        assertThat(store().detach(account, number, NOW.plusSeconds(2))).isEqualTo(AttachOutcome.DONE);

        assertThat(store().find(account, number).orElseThrow().agent()).isEmpty();
        assertThat(pendingEvents(account))
                .extracting(DomainEvent::getClass)
                .isEqualTo(List.of(NumberAttached.class, NumberDetached.class));
        assertThat(agents().delete(account, ONE)).isEqualTo(DeleteOutcome.DELETED);
    }

    @Test
    void anUnknownOrDeletedAgentIsNotAttached() {
        store().add(did(account, number));
        agent("agt_two");
        agents().delete(account, TWO);

        assertThat(store().attach(account, number, ONE, NOW)).isEqualTo(AttachOutcome.AGENT_NOT_FOUND);
        assertThat(store().attach(account, number, TWO, NOW)).isEqualTo(AttachOutcome.AGENT_NOT_FOUND);

        assertThat(store().find(account, number).orElseThrow().agent()).isEmpty();
        assertThat(pendingEvents(account)).isEmpty();
    }

    @Test
    void theNumberOfAnotherAccountIsNotThere() {
        AccountId other = newAccount();
        store().add(did(other, number));
        agent("agt_one");

        assertThat(store().find(account, number)).isEmpty();
        assertThat(store().attach(account, number, ONE, NOW)).isEqualTo(AttachOutcome.NUMBER_NOT_FOUND);
        assertThat(store().detach(account, number, NOW)).isEqualTo(AttachOutcome.NUMBER_NOT_FOUND);
        assertThat(store().label(account, number, "mine")).isEqualTo(AttachOutcome.NUMBER_NOT_FOUND);
        assertThat(store().find(other, number).orElseThrow().label()).isEqualTo("front desk");
    }

    @Test
    void aLabelChangesNothingElse() {
        store().add(did(account, number));

        assertThat(store().label(account, number, "night line")).isEqualTo(AttachOutcome.DONE);

        Did found = store().find(account, number).orElseThrow();
        assertThat(found.label()).isEqualTo("night line");
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.agent()).isEmpty();
    }

    @Test
    void attachesThatRaceLeaveOneAgentAndOneSetOfNumbers() throws Exception {
        store().add(did(account, number));
        agent("agt_one");
        agent("agt_two");
        Callable<AttachOutcome> one = () -> store().attach(account, number, ONE, NOW);
        Callable<AttachOutcome> two = () -> store().attach(account, number, TWO, NOW);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<AttachOutcome> outcome : threads.invokeAll(List.of(one, two))) {
                assertThat(outcome.get()).isEqualTo(AttachOutcome.DONE);
            }
        }

        AgentId winner = store().find(account, number).orElseThrow().agent().orElseThrow();
        AgentId loser = winner.equals(ONE) ? TWO : ONE;
        assertThat(agents().delete(account, loser)).isEqualTo(DeleteOutcome.DELETED);
        assertThat(agents().delete(account, winner)).isEqualTo(DeleteOutcome.NUMBERS_ATTACHED);
    }

    @Test
    void numbersComeInPages() {
        List<PhoneNumber> all = IntStream.range(0, 5)
                .mapToObj(i -> new PhoneNumber(number.e164().substring(0, 9) + "000" + i))
                .toList();
        all.forEach(n -> store().add(did(account, n)));

        Page<Did> first = store().list(account, 3, Optional.empty());
        Page<Did> second = store().list(account, 3, first.next());

        assertThat(first.items()).extracting(Did::number).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(second.items()).extracting(Did::number).containsExactlyElementsOf(all.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aCorruptNumberIsAFaultAndNotAbsent() {
        store().add(did(account, number));
        corrupt(account, number);

        assertThatThrownBy(() -> store().find(account, number))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("status");
        assertThatThrownBy(() -> store().resolve(number)).isInstanceOf(CorruptItemException.class);
    }

    private void agent(String id) {
        agents().create(SomeAgents.agent(account, id, 1, id));
    }

    private static PhoneNumber someNumber() {
        return new PhoneNumber("+1" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_999_999_999L));
    }

    private static Did did(AccountId account, PhoneNumber number) {
        return new Did(
                account,
                number,
                "front desk",
                Did.Source.MANAGED,
                Did.CarrierName.TELNYX,
                "1293384261075731499",
                Did.Status.ACTIVE,
                Optional.empty(),
                Instant.parse("2026-11-01T00:00:00Z"),
                Optional.empty(),
                1);
    }
}
