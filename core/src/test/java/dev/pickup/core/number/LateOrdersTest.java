package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.carrier.ManagedNumbers.ReleaseOutcome;
import dev.pickup.core.carrier.NumberMarket.Why;
import dev.pickup.core.number.NumberOrder.Lost;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.number.SagaMove.Ask;
import dev.pickup.core.number.SagaMove.Question;
import dev.pickup.core.number.SagaMove.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550142");
    private static final NumberProblem DOWN = NumberProblem.of(Code.CARRIER_UNAVAILABLE);
    private static final Question PLACED = new Question.Placed("acc_us/ord_1");

    @Test
    void anAttemptThatNoLookUpExplainsIsRememberedWhenAnotherIsMade() {
        NumberOrder sent = at(Stage.SENT, order().with(Steps.unsure(order().carrier(), NOW)));

        NumberOrder again = NumberSaga.after(sent, PLACED, new Reply.Found(List.of()), NOW);

        assertThat(again.stage()).isEqualTo(Stage.PLACE);
        assertThat(again.carrier().lost()).contains(new Lost(NOW, List.of()));
    }

    @Test
    void whatFailsWithNothingLostIsOver() {
        assertThat(LateOrders.failed(order(), DOWN, NOW).stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    void whatFailsAfterSomethingWasLostIsShownAsFailedAndLookedUpForADayAtGrowingIntervals() {
        NumberOrder watch = LateOrders.failed(LateOrders.lost(order(), NOW), DOWN, NOW);
        assertThat(watch.stage().status()).isEqualTo(Did.Status.FAILED);
        assertThat(watch.progress().problem()).contains(DOWN);
        Duration before = Duration.ZERO;
        int looks = 0;
        while (watch.stage() == Stage.WATCH) {
            Instant now = watch.work().dueAt();
            assertThat(NumberSaga.move(watch, now)).isEqualTo(new Ask(PLACED));
            NumberOrder next = NumberSaga.after(watch, PLACED, new Reply.Found(List.of(order(State.FAILED))), now);
            if (next.stage() == Stage.WATCH) {
                Duration pause = Duration.between(now, next.work().dueAt());
                assertThat(pause).isBetween(before, Duration.ofHours(1));
                before = pause;
            } else {
                assertThat(now).isAfterOrEqualTo(NOW.plus(Duration.ofDays(1)));
            }
            watch = next;
            looks++;
        }
        assertThat(watch.stage()).isEqualTo(Stage.FAILED);
        assertThat(watch.progress().problem()).contains(DOWN);
        assertThat(looks).isBetween(25, 50);
    }

    @Test
    void aCarrierThatNeverAnswersIsAskedForAWeekAndTheReasonStays() {
        NumberOrder watch = LateOrders.failed(LateOrders.lost(order(), NOW), DOWN, NOW);
        Instant late = NOW.plus(Duration.ofDays(6));

        NumberOrder unanswered = NumberSaga.after(watch, PLACED, new Reply.Unavailable(true, "http-503", ""), late);
        NumberOrder refused = NumberSaga.after(watch, PLACED, new Reply.Refused(Why.OTHER, "10009", ""), late);

        assertThat(List.of(unanswered, refused)).allSatisfy(order -> {
            assertThat(order.stage()).isEqualTo(Stage.WATCH);
            assertThat(order.progress().problem()).contains(DOWN);
            assertThat(order.work().dueAt()).isEqualTo(late.plus(Duration.ofHours(1)));
        });
        NumberOrder over = NumberSaga.after(
                unanswered, PLACED, new Reply.Unavailable(true, "http-503", ""), NOW.plus(Duration.ofDays(7)));
        assertThat(over.stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    void aNumberThatCameTooLateIsGivenBackByAnIdThatIsWrittenFirst() {
        NumberOrder owned = watchFinds(State.SUCCEEDED);
        assertThat(owned.stage()).isEqualTo(Stage.GIVE_BACK);
        assertThat(owned.times().purchasedAt()).as("nobody is charged").isEmpty();
        assertThat(NumberSaga.move(owned, NOW)).isEqualTo(new Ask(new Question.Locate(NUMBER)));

        NumberOrder located =
                NumberSaga.after(owned, new Question.Locate(NUMBER), new Reply.Located(Optional.of("id")), NOW);
        Question back = new Question.GiveBack(NUMBER, "id");
        assertThat(NumberSaga.move(located, NOW)).isEqualTo(new Ask(back));

        NumberOrder returned = NumberSaga.after(located, back, new Reply.Released(ReleaseOutcome.RELEASED), NOW);
        assertThat(returned.stage()).as("another may come").isEqualTo(Stage.WATCH);
        assertThat(returned.progress().problem()).contains(NumberProblem.of(Code.LATE_ORDER_RETURNED));
        assertThat(returned.hasReturnedMoreThan(located)).isTrue();
        NumberOrder looked = NumberSaga.after(returned, PLACED, new Reply.Found(List.of(order(State.SUCCEEDED))), NOW);
        assertThat(looked.stage()).as("it is not given back twice").isEqualTo(Stage.WATCH);
    }

    @Test
    void aNumberThatSomebodyOfOursBoughtMeanwhileIsLeftAlone() {
        NumberOrder located = watchFinds(State.SUCCEEDED).with(order().carrier().withNumber(Optional.of("id")));
        NumberOrder owned = located.with(located.carrier().with(new Lost(NOW, List.of())));

        NumberOrder wanted = NumberSaga.after(owned, new Question.GiveBack(NUMBER, "id"), new Reply.Wanted(false), NOW);
        assertThat(wanted.stage()).as("who wants it has not got it").isEqualTo(Stage.GIVE_BACK);
        NumberOrder had = NumberSaga.after(owned, new Question.GiveBack(NUMBER, "id"), new Reply.Wanted(true), NOW);
        assertThat(had.stage()).isEqualTo(Stage.FAILED);
        assertThat(had.returned()).isZero();
    }

    @Test
    void anOrderThatComesLateAndWaitsForPapersIsCalledOff() {
        NumberOrder off = watchFinds(State.NEEDS_DOCUMENTS);
        Question cancel = new Question.Cancel("order-NEEDS_DOCUMENTS");
        assertThat(NumberSaga.move(off, NOW)).isEqualTo(new Ask(cancel));

        NumberOrder cancelled = NumberSaga.after(off, cancel, new Reply.Done(), NOW);
        assertThat(cancelled.stage()).isEqualTo(Stage.WATCH);
        assertThat(Duration.between(NOW, cancelled.work().dueAt())).isLessThan(Duration.ofSeconds(2));

        NumberOrder refused = NumberSaga.after(off, cancel, new Reply.Refused(Why.OTHER, "10015", ""), NOW);
        NumberOrder again =
                NumberSaga.after(refused, PLACED, new Reply.Found(List.of(order(State.NEEDS_DOCUMENTS))), NOW);
        assertThat(Duration.between(NOW, again.work().dueAt())).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anOrderThatComesLateAndIsNotDecidedIsLookedAtSoon() {
        NumberOrder pending = watchFinds(State.PENDING);

        assertThat(pending.stage()).isEqualTo(Stage.WATCH);
        assertThat(Duration.between(NOW, pending.work().dueAt())).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aNumberThatIsNeverShownIsGoneAndALockedOneIsTriedAgain() {
        NumberOrder owned = watchFinds(State.SUCCEEDED);
        Instant now = NOW;
        while (owned.stage() == Stage.GIVE_BACK) {
            owned = NumberSaga.after(owned, new Question.Locate(NUMBER), new Reply.Located(Optional.empty()), now);
            now = owned.work().dueAt();
        }
        assertThat(Duration.between(NOW, now)).isGreaterThan(Duration.ofMinutes(15));
        assertThat(owned.progress().problem()).contains(NumberProblem.of(Code.LATE_ORDER_RETURNED));

        NumberOrder locked = NumberSaga.after(
                watchFinds(State.SUCCEEDED),
                new Question.GiveBack(NUMBER, "id"),
                new Reply.Released(ReleaseOutcome.LOCKED),
                NOW);
        assertThat(locked.stage()).isEqualTo(Stage.GIVE_BACK);
        assertThat(locked.progress().problem()).contains(NumberProblem.of(Code.NUMBER_LOCKED));
    }

    @Test
    void theCarriersWebhookWakesAnOrderThatNobodyLooksForAnyMore() {
        NumberOrder over = at(Stage.FAILED, LateOrders.lost(order(), NOW));
        Instant later = NOW.plus(Duration.ofDays(30));

        NumberOrder woken = NumberSaga.hinted(over, later).orElseThrow();
        assertThat(woken.stage()).isEqualTo(Stage.WATCH);
        assertThat(woken.work().dueAt()).isEqualTo(later);
        assertThat(NumberSaga.hinted(at(Stage.FAILED, order()), later)).isEmpty();
    }

    private static NumberOrder watchFinds(State state) {
        NumberOrder watch = LateOrders.failed(LateOrders.lost(order(), NOW), DOWN, NOW);
        return NumberSaga.after(watch, PLACED, new Reply.Found(List.of(order(State.FAILED), order(state))), NOW);
    }

    private static NumberOrder order() {
        return NumberOrder.begun(
                new AccountId("acc_us"), new NumberOrderId("ord_1"), new Wish(NUMBER, "desk", Optional.empty()), NOW);
    }

    private static NumberOrder at(Stage stage, NumberOrder order) {
        return Steps.enter(order, stage, Optional.of(DOWN), NOW);
    }

    private static CarrierOrder order(State state) {
        return new CarrierOrder("order-" + state, "acc_us/ord_1", state, "req");
    }
}
