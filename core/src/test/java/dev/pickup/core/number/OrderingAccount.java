package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.number.NumberOrder.AtCarrier;
import dev.pickup.core.number.NumberOrder.Lost;
import dev.pickup.core.number.NumberOrder.Milestones;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberOrders.BeginOutcome;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.events.DomainEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;

/// An account that orders numbers, the stores that know of it, and orders at every stage.
public abstract class OrderingAccount {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final NumberPrice PRICE = new NumberPrice(1_000_000, 500_000, "USD");
    static final int LIMIT = 5;

    AccountId account;

    protected abstract NumberOrders store();

    protected abstract NumberStore numbers();

    /// What the ledger has of numbers.
    protected abstract List<NumberCharge> charges(AccountId account, YearMonth month);

    /// Makes an agent that numbers can drive.
    protected abstract AgentId newAgent(AccountId account);

    /// Whether no number drives the agent.
    protected abstract boolean isFree(AccountId account, AgentId agent);

    protected abstract AccountId newAccount();

    /// Events that wait for the bus, of one account, oldest first.
    protected abstract List<DomainEvent> pendingEvents(AccountId account);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
    }

    NumberOrder begun(String key, PhoneNumber number) {
        NumberOrder order = order(key, number);
        assertThat(store().begin(order, LIMIT)).isEqualTo(BeginOutcome.BEGUN);
        return order;
    }

    NumberOrder order(String key, PhoneNumber number) {
        return order(account, key, number);
    }

    static NumberOrder order(AccountId account, String key, PhoneNumber number) {
        return NumberOrder.begun(
                account,
                NumberOrderId.of(account, key),
                new Wish(number, "front desk", Optional.of(new AgentId("agt_one"))),
                NOW);
    }

    NumberOrder saved(NumberOrder before, Stage stage, Code code) {
        return store().save(before, at(before, stage, code), NOW).orElseThrow();
    }

    static NumberOrder at(NumberOrder order, Stage stage, Code code) {
        return Steps.enter(order, stage, Optional.of(NumberProblem.of(code)), NOW);
    }

    static NumberOrder returned(NumberOrder order) {
        Lost lost = new Lost(NOW, List.of("a5ad4ad5"));
        return at(order.with(order.carrier().with(lost)), Stage.WATCH, Code.LATE_ORDER_RETURNED);
    }

    static NumberOrder bought(NumberOrder order) {
        NumberOrder at = priced(order);
        return Steps.enter(
                at.with(new Milestones(NOW, Optional.of(NOW), Optional.empty(), Optional.empty())),
                Stage.LOCATE,
                Optional.empty(),
                NOW);
    }

    static NumberOrder priced(NumberOrder order) {
        return order.with(new AtCarrier(
                Optional.of("a5ad4ad5"),
                Optional.of("1293384261075731499"),
                Optional.of(PRICE),
                true,
                Optional.of(NOW),
                Optional.empty()));
    }

    static Did brought(AccountId account, PhoneNumber number) {
        return new Did(
                account,
                number,
                "desk",
                Did.Source.BYOP,
                Did.CarrierName.TELNYX,
                "1293384261075731500",
                Did.Status.ACTIVE,
                Optional.empty(),
                NOW,
                Optional.empty(),
                1);
    }

    static PhoneNumber someNumber() {
        return new PhoneNumber("+1" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_999_999_999L));
    }
}
