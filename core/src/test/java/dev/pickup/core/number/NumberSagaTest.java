package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.carrier.ManagedNumbers.ReleaseOutcome;
import dev.pickup.core.carrier.NumberMarket.Why;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.number.SagaMove.Ask;
import dev.pickup.core.number.SagaMove.Question;
import dev.pickup.core.number.SagaMove.Reply;
import dev.pickup.core.number.SagaMove.Send;
import dev.pickup.core.number.SagaMove.Turn;
import dev.pickup.core.number.SagaMove.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberSagaTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550142");

    @Test
    void anOrderIsSentOnlyAfterItsIntentIsWritten() {
        NumberOrder place = offered();

        assertThat(NumberSaga.move(place, NOW)).isInstanceOfSatisfying(Send.class, send -> {
            assertThat(send.intent().stage()).isEqualTo(Stage.SENT);
            assertThat(send.question().reference()).isEqualTo("acc_us/ord_1");
        });
    }

    @Test
    void anIntentThatIsFoundIsLookedUpAndNotSentAgain() {
        assertThat(NumberSaga.move(sent(), NOW)).isEqualTo(new Ask(new Question.Placed("acc_us/ord_1")));
    }

    @Test
    void whileAnAnswerMayStillComeALookUpThatFindsNothingProvesNothing() {
        NumberOrder looked = answered(sent(), new Reply.Found(List.of()));

        assertThat(looked.stage()).isEqualTo(Stage.SENT);
        assertThat(NumberSaga.move(looked, NOW)).isInstanceOf(Wait.class);

        NumberOrder later = answered(looked, new Reply.Found(List.of()), NOW.plus(NumberSaga.SETTLE));
        assertThat(later.stage()).isEqualTo(Stage.PLACE);
    }

    @Test
    void anOrderWhoseAnswerWasLostIsFoundByItsReference() {
        NumberOrder found = answered(sent(), new Reply.Found(List.of(order(State.FAILED), order(State.PENDING))));

        assertThat(found.stage()).isEqualTo(Stage.CONFIRM);
        assertThat(found.carrier().orderId()).contains("order-PENDING");
        assertThat(found.carrier().believeFrom()).isEmpty();
    }

    @Test
    void aRefusalIsDoubtedBeforeItIsBelieved() {
        NumberOrder refused = answered(
                sent(), new Question.Place(NUMBER, "acc_us/ord_1"), new Reply.Refused(Why.TAKEN, "85001", "req"), NOW);
        assertThat(refused.stage()).isEqualTo(Stage.DOUBT);

        NumberOrder settled = refused.with(Steps.unsure(refused.carrier(), NOW));
        assertThat(answered(settled, new Reply.Found(List.of(order(State.SUCCEEDED))))
                        .stage())
                .isEqualTo(Stage.LOCATE);
        NumberOrder failed = answered(settled, new Reply.Found(List.of()));
        assertThat(failed.stage()).isEqualTo(Stage.FAILED);
        assertThat(failed.progress().problem()).contains(new NumberProblem(Code.NUMBER_TAKEN, "85001"));
    }

    @Test
    void papersThatAreAskedForTooLateCancelTheOrder() {
        NumberOrder cancel = answered(
                sent(),
                new Question.Place(NUMBER, "acc_us/ord_1"),
                new Reply.Accepted(order(State.NEEDS_DOCUMENTS)),
                NOW);
        assertThat(NumberSaga.move(cancel, NOW)).isEqualTo(new Ask(new Question.Cancel("order-NEEDS_DOCUMENTS")));

        NumberOrder cancelled = answered(cancel, new Question.Cancel("x"), new Reply.Done(), NOW);
        assertThat(cancelled.stage()).isEqualTo(Stage.CONFIRM);
        NumberOrder doubted = answered(cancelled, new Reply.Found(List.of(order(State.FAILED))));
        NumberOrder failed = answered(doubted, new Reply.Found(List.of(order(State.FAILED))));
        assertThat(failed.stage()).isEqualTo(Stage.FAILED);
        assertThat(failed.progress().problem()).contains(NumberProblem.of(Code.DOCUMENTS_REQUIRED));
    }

    @Test
    void papersThatAreKnownBeforehandOrderNothing() {
        NumberOrder failed = answered(begun(), new Reply.Offered(Optional.of(available(Set.of("address")))));

        assertThat(failed.stage()).isEqualTo(Stage.FAILED);
        assertThat(failed.progress().problem()).contains(NumberProblem.of(Code.DOCUMENTS_REQUIRED));
    }

    @Test
    void nothingIsOrderedForSomebodyWhoHasGivenUp() {
        NumberOrder place = offered();
        Instant late = NOW.plus(NumberSaga.PATIENCE).plusSeconds(1);

        assertThat(NumberSaga.move(place, late))
                .isInstanceOfSatisfying(
                        Turn.class, turn -> assertThat(turn.next().stage()).isEqualTo(Stage.FAILED));
    }

    @Test
    void aNumberThatIsOursIsConfiguredHoweverLongThatTakes() {
        NumberOrder order = located();
        Instant now = NOW;
        for (int i = 0; i < 50; i++) {
            order = answered(order, new Question.Voice("id"), new Reply.Unavailable(true, "http-503", ""), now);
            assertThat(order.stage()).isEqualTo(Stage.VOICE);
            assertThat(Duration.between(now, order.work().dueAt())).isLessThanOrEqualTo(Duration.ofMinutes(5));
            now = order.work().dueAt();
        }
        assertThat(order.progress().problem()).contains(new NumberProblem(Code.CARRIER_UNAVAILABLE, "http-503"));

        NumberOrder done = answered(order, new Question.Voice("id"), new Reply.Done(), now);
        assertThat(done.stage()).isEqualTo(Stage.MESSAGES);
        assertThat(done.progress().problem()).isEmpty();
    }

    @Test
    void aPendingOrderIsNotFollowedForEver() {
        NumberOrder confirm = answered(
                sent(), new Question.Place(NUMBER, "acc_us/ord_1"), new Reply.Accepted(order(State.PENDING)), NOW);

        assertThat(answered(confirm, new Reply.Found(List.of(order(State.PENDING))), NOW.plusSeconds(60))
                        .stage())
                .isEqualTo(Stage.CONFIRM);
        NumberOrder late = answered(
                confirm,
                new Reply.Found(List.of(order(State.PENDING))),
                NOW.plus(NumberSaga.PENDING_LIMIT).plusSeconds(1));
        assertThat(late.stage()).isEqualTo(Stage.CANCEL);
    }

    @Test
    void aLockedNumberStaysAndSaysSo() {
        NumberOrder asked = NumberSaga.released(
                Steps.enter(
                        Steps.enter(located(), Stage.ATTACH, Optional.empty(), NOW),
                        Stage.ACTIVE,
                        Optional.empty(),
                        NOW),
                NOW);
        NumberOrder kept = answered(asked, new Question.Release("id"), new Reply.Released(ReleaseOutcome.LOCKED), NOW);

        assertThat(kept.stage()).isEqualTo(Stage.ACTIVE);
        assertThat(kept.times().releasedAt()).isEmpty();
        assertThat(kept.progress().problem()).contains(NumberProblem.of(Code.NUMBER_LOCKED));
    }

    private static NumberOrder begun() {
        return NumberOrder.begun(
                new AccountId("acc_us"), new NumberOrderId("ord_1"), new Wish(NUMBER, "desk", Optional.empty()), NOW);
    }

    private static NumberOrder offered() {
        NumberOrder order = answered(begun(), new Reply.Offered(Optional.of(available(Set.of()))));
        assertThat(order.stage()).isEqualTo(Stage.PLACE);
        return order;
    }

    private static NumberOrder sent() {
        return ((Send) NumberSaga.move(offered(), NOW)).intent();
    }

    private static NumberOrder located() {
        NumberOrder bought = answered(sent(), new Reply.Found(List.of(order(State.SUCCEEDED))));
        return answered(bought, new Question.Locate(NUMBER), new Reply.Located(Optional.of("id")), NOW);
    }

    private static AvailableNumber available(Set<String> papers) {
        return new AvailableNumber(
                NUMBER,
                "US",
                Optional.empty(),
                Optional.empty(),
                Set.of("sms", "voice"),
                new NumberPrice(1_000_000, 1_000_000, "USD"),
                papers,
                true);
    }

    private static CarrierOrder order(State state) {
        return new CarrierOrder("order-" + state, "acc_us/ord_1", state, "req");
    }

    private static NumberOrder answered(NumberOrder order, Reply reply) {
        return answered(order, reply, NOW);
    }

    private static NumberOrder answered(NumberOrder order, Reply reply, Instant now) {
        return answered(order, new Question.Placed("acc_us/ord_1"), reply, now);
    }

    private static NumberOrder answered(NumberOrder order, Question question, Reply reply, Instant now) {
        return NumberSaga.after(order, question, reply, now);
    }
}
