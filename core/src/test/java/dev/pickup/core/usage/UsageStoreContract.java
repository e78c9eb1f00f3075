package dev.pickup.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.CorruptItemException;
import dev.pickup.core.usage.MonthlyTotals.Total;
import dev.pickup.core.usage.UsageStore.CountOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [UsageStore] does.
public abstract class UsageStoreContract {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private AccountId account;

    protected abstract UsageStore store();

    protected abstract AccountId newAccount();

    /// Appends as the finalization of a call does.
    ///
    /// @return whether it was written
    protected abstract boolean append(UsageRecord usage);

    /// Removes the currency of a stored record.
    protected abstract void corrupt(UsageRecord usage);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        UsageRecord usage = usage("a1", "agt_one", 65);

        assertThat(append(usage)).isTrue();

        assertThat(store().find(account, MONTH, usage.id())).contains(usage);
        assertThat(store().find(newAccount(), MONTH, usage.id())).isEmpty();
        assertThat(store().find(account, MONTH.plusMonths(1), usage.id())).isEmpty();
    }

    @Test
    void aCallIsChargedOnce() {
        UsageRecord usage = usage("a1", "agt_one", 65);
        append(usage);

        assertThat(append(usage("a1", "agt_one", 99))).isFalse();

        assertThat(store().find(account, MONTH, usage.id())).contains(usage);
    }

    @Test
    void recordsComeInPages() {
        IntStream.range(0, 5).forEach(i -> append(usage("c" + i, "agt_one", i)));

        Page<UsageRecord> first = store().records(account, MONTH, 3, Optional.empty());
        Page<UsageRecord> second = store().records(account, MONTH, 3, first.next());

        assertThat(first.items()).extracting(UsageRecord::billedSeconds).containsExactly(0L, 1L, 2L);
        assertThat(second.items()).extracting(UsageRecord::billedSeconds).containsExactly(3L, 4L);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aCorruptRecordIsAFaultAndNotAbsent() {
        UsageRecord usage = usage("a1", "agt_one", 65);
        append(usage);
        corrupt(usage);

        assertThatThrownBy(() -> store().find(account, MONTH, usage.id()))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("currency");
    }

    @Test
    void aMonthWithoutCallsIsZero() {
        MonthlyTotals totals = store().totals(account, MONTH);

        assertThat(totals.account()).isEqualTo(Total.NONE);
        assertThat(totals.agents()).isEmpty();
        assertThat(totals.currency()).isEqualTo("USD");
    }

    @Test
    void totalsAddUpByAgentAndByNumber() {
        store().count(account, usage("a1", "agt_one", 60).toEvent());
        store().count(account, usage("a2", "agt_one", 30).toEvent());
        store().count(account, usage("a3", "agt_two", 10).toEvent());

        MonthlyTotals totals = store().totals(account, MONTH);

        assertThat(totals.account()).isEqualTo(new Total(3, 100, 100_000));
        assertThat(totals.agents())
                .isEqualTo(Map.of("agt_one", new Total(2, 90, 90_000), "agt_two", new Total(1, 10, 10_000)));
        assertThat(totals.numbers()).isEqualTo(Map.of("+18779732766", new Total(3, 100, 100_000)));
    }

    @Test
    void aRecordIsCountedOnceHoweverOftenItArrives() {
        assertThat(store().count(account, usage("a1", "agt_one", 60).toEvent())).isEqualTo(CountOutcome.COUNTED);
        assertThat(store().count(account, usage("a1", "agt_one", 60).toEvent()))
                .isEqualTo(CountOutcome.ALREADY_COUNTED);

        assertThat(store().totals(account, MONTH).account()).isEqualTo(new Total(1, 60, 60_000));
    }

    @Test
    void callsThatEndTogetherAreAllCountedOnce() throws Exception {
        List<Callable<CountOutcome>> counts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UsageRecord usage = usage("p" + i, "agt_one", 10);
            counts.add(() -> store().count(account, usage.toEvent()));
            counts.add(() -> store().count(account, usage.toEvent()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CountOutcome> count : threads.invokeAll(counts)) {
                count.get();
            }
        }

        assertThat(store().totals(account, MONTH).account()).isEqualTo(new Total(20, 200, 200_000));
    }

    private UsageRecord usage(String call, String agent, long seconds) {
        return new UsageRecord(
                UsageRecordId.of(new CallId("call_" + call)),
                account,
                new CallId("call_" + call),
                new AgentId(agent),
                new PhoneNumber("+18779732766"),
                MONTH,
                seconds,
                Cost.of(
                                "USD",
                                seconds,
                                List.of(
                                        new Cost.Part("carrier", "telnyx", seconds, "second", 400 * seconds),
                                        new Cost.Part("platform", seconds, "second", 600 * seconds)))
                        .by(LocalDate.of(2026, 11, 1)),
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
