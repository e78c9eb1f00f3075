package dev.pickup.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.ToolAnswer.Outcome;
import dev.pickup.core.agent.ToolAnswerStore.Invocation;
import dev.pickup.core.call.CallId;
import dev.pickup.core.state.CorruptItemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [ToolAnswerStore] does.
public abstract class ToolAnswerStoreContract {
    private static final Instant NOW = Instant.parse("2126-11-23T10:00:00Z"); // the database deletes by its own clock
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(2));
    private static final ToolAnswer FIRST =
            new ToolAnswer(Outcome.OK, Map.of("booked", true, "times", List.of("09:00", "10:00"), "minutes", 30));
    private static final ToolAnswer SECOND = new ToolAnswer(Outcome.REFUSED, Map.of("booked", false));

    private Invocation invocation;

    protected abstract ToolAnswerStore store();

    protected abstract AccountId newAccount();

    /// Makes the stored result something that is no JSON.
    protected abstract void corrupt(Invocation invocation);

    @BeforeEach
    void ownAccount() {
        invocation = new Invocation(newAccount(), new CallId("call_1"), "i1");
    }

    @Test
    void anAnswerIsReadAsItWasKept() {
        assertThat(store().find(invocation, NOW)).isEmpty();
        assertThat(store().keep(invocation, FIRST, NOW)).isEqualTo(FIRST);

        assertThat(store().find(invocation, NOW.plus(Duration.ofHours(20)))).contains(FIRST);
    }

    @Test
    void theFirstAnswerStands() {
        store().keep(invocation, FIRST, NOW);

        assertThat(store().keep(invocation, SECOND, NOW)).isEqualTo(FIRST);
        assertThat(store().find(invocation, NOW)).contains(FIRST);
    }

    @Test
    void invocationsOfOtherCallsAndAccountsAreOthers() {
        store().keep(invocation, FIRST, NOW);

        assertThat(store().find(new Invocation(invocation.account(), new CallId("call_2"), "i1"), NOW))
                .isEmpty();
        assertThat(store().find(new Invocation(newAccount(), new CallId("call_1"), "i1"), NOW))
                .isEmpty();
    }

    @Test
    void anExpiredAnswerThatIsStillThereCountsAsGone() {
        store().keep(invocation, FIRST, NOW);

        assertThat(store().find(invocation, MUCH_LATER)).isEmpty();
        assertThat(store().keep(invocation, SECOND, MUCH_LATER)).isEqualTo(SECOND);
        assertThat(store().find(invocation, MUCH_LATER)).contains(SECOND);
    }

    @Test
    void aCorruptAnswerIsAFaultAndNotAbsent() {
        store().keep(invocation, FIRST, NOW);
        corrupt(invocation);

        assertThatThrownBy(() -> store().find(invocation, NOW))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("result");
    }
}
