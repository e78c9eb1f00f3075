package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.NumberOrder.Lost;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrders.BeginOutcome;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.number.NumberStore.AddOutcome;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberCharged;
import dev.pickup.events.NumberEvent.NumberFailed;
import dev.pickup.events.NumberEvent.NumberPurchased;
import dev.pickup.events.NumberEvent.NumberReleased;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [NumberOrders] does.
public abstract class NumberOrdersContract extends OrderingAccount {
    @Test
    void anOrderIsReadAsItWasWrittenAtEveryStage() {
        NumberOrder order = begun("one", someNumber());
        assertThat(store().find(account, order.id())).contains(order);

        for (Stage stage : Stage.values()) {
            if (stage == Stage.RELEASED) {
                continue; // its number is gone then
            }
            NumberOrder before = begun("of " + stage, someNumber());
            NumberOrder priced = priced(Steps.tried(before, "pending", "req-1", NOW));
            NumberOrder full = priced.with(priced.carrier().with(new Lost(NOW, List.of("a5ad4ad4"))));
            NumberOrder at =
                    Steps.enter(full, stage, Optional.of(new NumberProblem(Code.CARRIER_REFUSED, "10015")), NOW);

            Optional<NumberOrder> saved = store().save(before, at, NOW);

            assertThat(saved).contains(at.next());
            assertThat(store().find(account, before.id())).isEqualTo(saved);
            store().forget(account, before.wish().number());
            account = newAccount();
        }
    }

    @Test
    void anOrderShowsItsNumberFromTheBeginning() {
        NumberOrder order = begun("one", someNumber());

        Did did = numbers().find(account, order.wish().number()).orElseThrow();

        assertThat(did.status()).isEqualTo(Did.Status.ORDERED);
        assertThat(did.source()).isEqualTo(Did.Source.MANAGED);
        assertThat(did.purchase().orElseThrow().order()).isEqualTo(order.id());
        assertThat(did.label()).isEqualTo("front desk");
    }

    @Test
    void aRepeatIsKnownAndChangesNothing() {
        NumberOrder order = begun("one", someNumber());

        assertThat(store().begin(order("one", someNumber()), LIMIT)).isEqualTo(BeginOutcome.KNOWN);
        assertThat(store().begin(order("one", someNumber()), 0)).isEqualTo(BeginOutcome.KNOWN);

        assertThat(store().find(account, order.id())).contains(order);
    }

    @Test
    void aNumberIsOrderedByOneOnly() {
        PhoneNumber number = begun("one", someNumber()).wish().number();
        AccountId other = newAccount();

        assertThat(store().begin(order("two", number), LIMIT)).isEqualTo(BeginOutcome.OURS);
        assertThat(store().begin(order(other, "one", number), LIMIT)).isEqualTo(BeginOutcome.TAKEN);
        assertThat(numbers().add(brought(other, number))).isEqualTo(AddOutcome.TAKEN);

        PhoneNumber broughtOne = someNumber();
        numbers().add(brought(other, broughtOne));
        assertThat(store().begin(order("three", broughtOne), LIMIT)).isEqualTo(BeginOutcome.TAKEN);
        assertThat(numbers().find(account, broughtOne)).isEmpty();
    }

    @Test
    void theLimitHoldsAlsoWhenManyBuyAtOnce() throws Exception {
        int buyers = 12;
        try (ExecutorService threads = Executors.newFixedThreadPool(buyers)) {
            List<Callable<BeginOutcome>> wishes = IntStream.range(0, buyers)
                    .<Callable<BeginOutcome>>mapToObj(
                            i -> () -> store().begin(order("buyer " + i, someNumber()), LIMIT))
                    .toList();
            List<BeginOutcome> outcomes =
                    threads.invokeAll(wishes).stream().map(Future::resultNow).toList();

            assertThat(outcomes.stream().filter(BeginOutcome.BEGUN::equals)).hasSize(LIMIT);
            assertThat(outcomes.stream().filter(BeginOutcome.LIMIT_REACHED::equals))
                    .hasSize(buyers - LIMIT);
        }
        assertThat(numbers().list(account, 100, Optional.empty()).items()).hasSize(LIMIT);
    }

    @Test
    void aFailedOrderFreesItsNumberAndItsPlaceAndSaysWhyOnce() {
        PhoneNumber number = someNumber();
        assertThat(store().begin(order("one", number), 1)).isEqualTo(BeginOutcome.BEGUN);
        NumberOrder before = store().find(account, order("one", number).id()).orElseThrow();

        NumberOrder failed = saved(before, Stage.FAILED, Code.NUMBER_TAKEN);

        Did did = numbers().find(account, number).orElseThrow();
        assertThat(did.status()).isEqualTo(Did.Status.FAILED);
        assertThat(did.purchase().orElseThrow().problem()).contains(NumberProblem.of(Code.NUMBER_TAKEN));
        assertThat(numbers().resolve(number)).isEmpty();
        assertThat(pendingEvents(account)).singleElement().isInstanceOfSatisfying(NumberFailed.class, event -> {
            assertThat(event.reason()).isEqualTo("number-taken");
            assertThat(event.orderId()).isEqualTo(failed.id().value());
        });
        assertThat(store().begin(order("two", number), 1)).isEqualTo(BeginOutcome.BEGUN);
        assertThat(numbers().find(account, number).orElseThrow().status()).isEqualTo(Did.Status.ORDERED);
    }

    @Test
    void aFailedNumberCanBeForgottenAndOthersCannot() {
        NumberOrder bought = begun("one", someNumber());
        NumberOrder before = begun("two", someNumber());
        store().save(before, at(before, Stage.FAILED, Code.NUMBER_TAKEN), NOW);

        store().forget(account, before.wish().number());
        store().forget(account, bought.wish().number());

        assertThat(numbers().list(account, 10, Optional.empty()).items())
                .extracting(Did::number)
                .containsExactly(bought.wish().number());
    }

    @Test
    void aNumberThatBecameOursSaysSoOnce() {
        NumberOrder before = begun("one", someNumber());
        NumberOrder bought = store().save(before, bought(before), NOW).orElseThrow();
        NumberOrder active = store().save(bought, Steps.enter(bought, Stage.ACTIVE, Optional.empty(), NOW), NOW)
                .orElseThrow();

        Did did = numbers().find(account, active.wish().number()).orElseThrow();
        assertThat(did.status()).isEqualTo(Did.Status.ACTIVE);
        assertThat(did.carrierNumberId()).isEqualTo("1293384261075731499");
        assertThat(did.purchase().orElseThrow().price()).contains(PRICE);
        assertThat(pendingEvents(account)).singleElement().isInstanceOf(NumberPurchased.class);
    }

    @Test
    void aReleasedNumberIsGoneAndDrivesNothing() {
        AgentId agent = newAgent(account);
        NumberOrder before = begun("one", someNumber());
        NumberOrder bought = store().save(before, bought(before), NOW).orElseThrow();
        numbers().attach(account, bought.wish().number(), agent, NOW);

        NumberOrder releasing =
                store().save(bought, NumberSaga.released(bought, NOW), NOW).orElseThrow();
        assertThat(numbers().find(account, bought.wish().number()).orElseThrow().status())
                .isEqualTo(Did.Status.RELEASING);
        assertThat(store().save(releasing, Steps.enter(releasing, Stage.RELEASED, Optional.empty(), NOW), NOW))
                .isPresent();

        assertThat(numbers().find(account, bought.wish().number())).isEmpty();
        assertThat(numbers().resolve(bought.wish().number())).isEmpty();
        assertThat(isFree(account, agent)).isTrue();
        assertThat(pendingEvents(account))
                .filteredOn(NumberReleased.class::isInstance)
                .hasSize(1);
        assertThat(store().begin(order("again", bought.wish().number()), 1)).isEqualTo(BeginOutcome.BEGUN);
    }

    @Test
    void aNumberThatCameTooLateAndWasGivenBackSaysSoOnce() {
        NumberOrder failed = saved(begun("one", someNumber()), Stage.WATCH, Code.CARRIER_UNAVAILABLE);
        PhoneNumber number = failed.wish().number();
        assertThat(numbers().resolve(number)).isEmpty();
        NumberOrder owned = saved(failed, Stage.GIVE_BACK, Code.CARRIER_UNAVAILABLE);
        NumberOrder returned = store().save(owned, returned(owned), NOW).orElseThrow();
        saved(returned, Stage.FAILED, Code.LATE_ORDER_RETURNED);

        assertThat(pendingEvents(account))
                .extracting(DomainEvent::name)
                .containsExactlyInAnyOrder("number.failed", "number.returned");
        assertThat(numbers().find(account, number).flatMap(Did::purchase).flatMap(Did.Purchase::problem))
                .contains(NumberProblem.of(Code.LATE_ORDER_RETURNED));
    }

    @Test
    void aFailedOrderIsTidiedUpAlsoWhenItsNumberIsForgottenOrOrderedAgain() {
        NumberOrder failed = saved(begun("one", someNumber()), Stage.WATCH, Code.CARRIER_UNAVAILABLE);
        PhoneNumber number = failed.wish().number();
        store().forget(account, number);
        NumberOrder owned = saved(failed, Stage.GIVE_BACK, Code.NUMBER_LOCKED);
        assertThat(numbers().find(account, number)).isEmpty();

        NumberOrder again = begun("two", number);
        assertThat(store().save(owned, returned(owned), NOW)).isPresent();

        Did did = numbers().resolve(number).orElseThrow();
        assertThat(did.status()).isEqualTo(Did.Status.ORDERED);
        assertThat(did.purchase()).contains(new Did.Purchase(again.id(), Optional.empty(), Optional.empty()));
    }

    @Test
    void ofTwoWhoGoOnFromTheSamePointOneDoes() {
        NumberOrder before = begun("one", someNumber());

        assertThat(store().save(before, bought(before), NOW)).isPresent();
        assertThat(store().save(before, at(before, Stage.FAILED, Code.NUMBER_TAKEN), NOW))
                .isEmpty();

        assertThat(store().find(account, before.id()).orElseThrow().stage()).isEqualTo(Stage.LOCATE);
        assertThat(pendingEvents(account)).singleElement().isInstanceOf(NumberPurchased.class);
    }

    @Test
    void workIsFoundWhenItIsDueAndNobodyHoldsIt() {
        NumberOrder order = begun("one", someNumber());
        Instant free = order.work().heldUntil().orElseThrow();

        assertThat(store().due(free.minusMillis(1), 1000)).doesNotContain(order.reference());
        assertThat(store().due(free, 1000)).contains(order.reference());

        store().save(order, at(order, Stage.FAILED, Code.NUMBER_TAKEN), NOW);
        assertThat(store().due(free.plusSeconds(9), 1000)).doesNotContain(order.reference());
    }

    @Test
    void aMonthOfAnOrderIsChargedOnce() {
        NumberOrder before = begun("one", someNumber());
        NumberOrder bought = store().save(before, bought(before), NOW).orElseThrow();
        Instant due = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(store().chargeable(due.minusMillis(1), 1000)).doesNotContain(bought.reference());
        assertThat(store().chargeable(due, 1000)).contains(bought.reference());
        NumberCharge charge = NumberRent.charge(bought, due).orElseThrow();

        assertThat(store().charge(bought, NumberRent.charged(bought), charge)).isTrue();
        assertThat(store().charge(bought, NumberRent.charged(bought), charge)).isFalse();
        NumberOrder charged = store().find(account, bought.id()).orElseThrow();
        assertThat(store().charge(charged, NumberRent.charged(bought), charge)).isFalse();

        assertThat(store().chargeable(due, 1000)).doesNotContain(bought.reference());
        assertThat(charges(account, YearMonth.of(2026, 11))).containsExactly(charge);
        assertThat(pendingEvents(account))
                .filteredOn(NumberCharged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theOrdersOfAnAccountAreListedPageByPageAlsoThoseThatAreOver() {
        NumberOrder failed = begun("one", someNumber());
        store().save(failed, at(failed, Stage.FAILED, Code.NUMBER_TAKEN), NOW);
        NumberOrder second = begun("two", someNumber());
        NumberOrder third = begun("three", someNumber());
        AccountId mine = account;
        account = newAccount();
        begun("a stranger's", someNumber());

        Page<NumberOrder> first = store().ofAccount(mine, 2, Optional.empty());
        Page<NumberOrder> rest = store().ofAccount(mine, 2, first.next());

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()))
                .extracting(NumberOrder::id)
                .containsExactlyInAnyOrder(failed.id(), second.id(), third.id());
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void aNumberWithoutAnOrderGetsOneAndIsReleased() {
        PhoneNumber number = someNumber();
        numbers().add(brought(account, number));
        NumberOrder order = NumberOrder.ofOld(numbers().find(account, number).orElseThrow(), NOW);

        assertThat(store().adopt(order)).isEqualTo(BeginOutcome.BEGUN);
        assertThat(store().adopt(order)).isEqualTo(BeginOutcome.KNOWN);
        NumberOrder releasing =
                store().save(order, NumberSaga.released(order, NOW), NOW).orElseThrow();
        assertThat(store().save(releasing, Steps.enter(releasing, Stage.RELEASED, Optional.empty(), NOW), NOW))
                .isPresent();

        assertThat(numbers().find(account, number)).isEmpty();
        assertThat(store().chargeable(NOW.plus(Duration.ofDays(60)), 1000)).doesNotContain(order.reference());
    }
}
