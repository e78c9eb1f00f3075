package dev.pickup.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentStore.DeleteOutcome;
import dev.pickup.core.agent.AgentStore.SaveOutcome;
import dev.pickup.core.state.CorruptItemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [AgentStore] does.
public abstract class AgentStoreContract {
    private AccountId account;
    private final AgentId id = new AgentId("agt_one");

    protected abstract AgentStore store();

    protected abstract AccountId newAccount();

    /// Writes an item that the store did not write, where the newest version of the agent belongs.
    protected abstract void corruptNewest(AccountId account, AgentId id);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
    }

    @Test
    void anAgentIsReadAsItWasWritten() {
        Agent agent = SomeAgents.agent(account, "agt_one", 1, "first");

        assertThat(store().create(agent)).isEqualTo(SaveOutcome.SAVED);

        assertThat(store().find(account, id)).contains(agent);
        assertThat(store().find(account, id, 1)).contains(agent);
    }

    @Test
    void anAgentWithoutOptionalSettingsIsReadAsItWasWritten() {
        Agent full = SomeAgents.agent(account, "agt_one", 1, "first");
        AgentSettings s = full.settings();
        AgentSettings bare = new AgentSettings(
                s.name(),
                s.business(),
                "",
                s.greeting(),
                "",
                s.language(),
                s.voice(),
                "",
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                s.timeZone(),
                false,
                List.of(),
                Map.of(),
                new AgentSettings.Limits(Duration.ofMillis(1500), Duration.ofSeconds(2), Duration.ofHours(1)),
                Optional.empty(),
                false,
                new EngineWishes(List.of(), true, Optional.empty()),
                false);
        Agent agent = new Agent(account, id, 1, bare, full.createdAt(), full.savedAt());

        store().create(agent);

        assertThat(store().find(account, id)).contains(agent);
    }

    @Test
    void aSecondCreateChangesNothing() {
        Agent agent = SomeAgents.agent(account, "agt_one", 1, "first");
        store().create(agent);

        assertThat(store().create(SomeAgents.agent(account, "agt_one", 1, "other")))
                .isEqualTo(SaveOutcome.EXISTS);

        assertThat(store().find(account, id)).contains(agent);
    }

    @Test
    void aSaveMakesTheNextVersionAndKeepsTheLast() {
        Agent first = SomeAgents.agent(account, "agt_one", 1, "first");
        Agent second = SomeAgents.agent(account, "agt_one", 2, "second");
        store().create(first);

        assertThat(store().save(second)).isEqualTo(SaveOutcome.SAVED);

        assertThat(store().find(account, id)).contains(second);
        assertThat(store().find(account, id, 1)).contains(first);
    }

    @Test
    void aRepeatedSaveIsTheSameSave() {
        store().create(SomeAgents.agent(account, "agt_one", 1, "first"));
        Agent second = SomeAgents.agent(account, "agt_one", 2, "second");
        store().save(second);

        assertThat(store().save(second)).isEqualTo(SaveOutcome.SAVED);
    }

    @Test
    void aSaveOnTopOfAnOldVersionIsStale() {
        store().create(SomeAgents.agent(account, "agt_one", 1, "first"));
        Agent second = SomeAgents.agent(account, "agt_one", 2, "second");
        store().save(second);

        assertThat(store().save(SomeAgents.agent(account, "agt_one", 2, "late")))
                .isEqualTo(SaveOutcome.STALE);

        assertThat(store().find(account, id)).contains(second);
    }

    @Test
    void ofManySavesAtOnceOneWins() throws Exception {
        store().create(SomeAgents.agent(account, "agt_one", 1, "first"));
        List<Future<SaveOutcome>> saves;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            saves = IntStream.range(0, 8)
                    .mapToObj(i ->
                            threads.submit(() -> store().save(SomeAgents.agent(account, "agt_one", 2, "racer " + i))))
                    .toList();
        }

        List<SaveOutcome> outcomes = new ArrayList<>();
        for (Future<SaveOutcome> save : saves) {
            outcomes.add(save.get());
        }
        assertThat(outcomes).containsOnlyOnce(SaveOutcome.SAVED).containsOnly(SaveOutcome.SAVED, SaveOutcome.STALE);
        assertThat(store().find(account, id).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anAgentThatWasNeverCreatedCannotBeSaved() {
        assertThat(store().save(SomeAgents.agent(account, "agt_one", 2, "second")))
                .isEqualTo(SaveOutcome.NOT_FOUND);
        assertThat(store().find(account, id)).isEmpty();
        assertThat(store().find(account, id, 2)).isEmpty();
    }

    @Test
    void aDeletedAgentIsGoneButItsVersionsStay() {
        Agent agent = SomeAgents.agent(account, "agt_one", 1, "first");
        store().create(agent);

        assertThat(store().delete(account, id)).isEqualTo(DeleteOutcome.DELETED);

        assertThat(store().find(account, id)).isEmpty();
        assertThat(store().list(account, 10, Optional.empty()).items()).isEmpty();
        assertThat(store().find(account, id, 1)).contains(agent);
        assertThat(store().save(SomeAgents.agent(account, "agt_one", 2, "second")))
                .isEqualTo(SaveOutcome.NOT_FOUND);
        assertThat(store().delete(account, id)).isEqualTo(DeleteOutcome.NOT_FOUND);
    }

    @Test
    void agentsOfAnotherAccountAreNotSeen() {
        store().create(SomeAgents.agent(account, "agt_one", 1, "first"));
        AccountId other = newAccount();

        assertThat(store().find(other, id)).isEmpty();
        assertThat(store().find(other, id, 1)).isEmpty();
        assertThat(store().list(other, 10, Optional.empty()).items()).isEmpty();
        assertThat(store().delete(other, id)).isEqualTo(DeleteOutcome.NOT_FOUND);
    }

    @Test
    void agentsComeInPages() {
        IntStream.range(0, 5).forEach(i -> store().create(SomeAgents.agent(account, "agt_" + i, 1, "agent " + i)));

        Page<Agent> first = store().list(account, 3, Optional.empty());
        Page<Agent> second = store().list(account, 3, first.next());

        assertThat(first.items()).extracting(a -> a.id().value()).containsExactly("agt_0", "agt_1", "agt_2");
        assertThat(second.items()).extracting(a -> a.id().value()).containsExactly("agt_3", "agt_4");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void versionsComeInPagesNewestFirst() {
        store().create(SomeAgents.agent(account, "agt_one", 1, "version 1"));
        store().create(SomeAgents.agent(account, "agt_onemore", 1, "a neighbour whose id begins the same"));
        IntStream.rangeClosed(2, 11)
                .forEach(i -> store().save(SomeAgents.agent(account, "agt_one", i, "version " + i)));

        Page<Agent> first = store().versions(account, id, 8, Optional.empty());
        Page<Agent> second = store().versions(account, id, 8, first.next());

        assertThat(first.items()).extracting(Agent::version).containsExactly(11, 10, 9, 8, 7, 6, 5, 4);
        assertThat(second.items()).extracting(Agent::version).containsExactly(3, 2, 1);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aCursorOfAnotherAccountIsRefused() {
        AccountId other = newAccount();
        IntStream.range(0, 3).forEach(i -> store().create(SomeAgents.agent(other, "agt_" + i, 1, "agent " + i)));
        Optional<String> cursor = store().list(other, 1, Optional.empty()).next();

        assertThat(cursor).isPresent();
        assertThatThrownBy(() -> store().list(account, 1, cursor)).isInstanceOf(UnknownCursorException.class);
        assertThatThrownBy(() -> store().list(account, 1, Optional.of("rubbish!")))
                .isInstanceOf(UnknownCursorException.class);
    }

    @Test
    void aCorruptAgentIsAFaultAndNotAbsent() {
        corruptNewest(account, id);

        assertThatThrownBy(() -> store().find(account, id))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("agent");
        assertThatThrownBy(() -> store().list(account, 10, Optional.empty())).isInstanceOf(CorruptItemException.class);
    }
}
