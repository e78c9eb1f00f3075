package dev.pickup.core.number;

import dev.pickup.core.number.NumberOrder.Milestones;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Work;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.number.SagaMove.Ask;
import dev.pickup.core.number.SagaMove.Question;
import dev.pickup.core.number.SagaMove.Rest;
import dev.pickup.core.number.SagaMove.Send;
import dev.pickup.core.number.SagaMove.Turn;
import dev.pickup.core.number.SagaMove.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Buying a number and giving it back, step by step. Pure: an order and the time → what is to be done; an order, what
/// was asked and the answer → the order after it ([SagaAnswers]).
///
/// What makes it safe: **before** an order is sent, the intent is written; whoever finds an intent looks the order up
/// by its reference and sends another one only when a look-up proves that the first came to nothing. **Before** it is
/// called failed, the same look-up makes sure, and where an attempt was lost it goes on for a day ([LateOrders]). After
/// the number is ours, nothing but a release ends it: it is
/// configured, however long that takes.
final class NumberSaga {
    /// Longer than any one step takes at the carrier client's limits. Chosen.
    static final Duration HOLD = Duration.ofSeconds(45);

    /// An order whose answer was lost may still be written down at the carrier for so long. Chosen: several times
    /// what any request of a carrier takes.
    static final Duration SETTLE = Duration.ofSeconds(45);

    /// A person who wants a number has given up by then: nothing is ordered later. Chosen.
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /// An order that is accepted is followed for so long before it is cancelled. Chosen: carriers decide within
    /// minutes.
    static final Duration PENDING_LIMIT = Duration.ofHours(24);

    private NumberSaga() {}

    static SagaMove move(NumberOrder order, Instant now) {
        if (order.stage().isAtRest()) {
            return new Rest();
        }
        if (order.work().dueAt().isAfter(now)) {
            return new Wait(order.work().dueAt());
        }
        return switch (order.stage()) {
            case CHECK -> isTooLate(order, now) ? given(order, now) : new Ask(new Question.Offer(number(order)));
            case PLACE -> isTooLate(order, now) ? given(order, now) : send(order, now);
            case SENT, DOUBT -> new Ask(new Question.Placed(order.reference().toString()));
            case CONFIRM -> new Ask(new Question.Order(order.carrier().orderId().orElseThrow()));
            case CANCEL -> new Ask(new Question.Cancel(order.carrier().orderId().orElseThrow()));
            case LOCATE -> new Ask(new Question.Locate(number(order)));
            case VOICE -> new Ask(new Question.Voice(numberId(order)));
            case MESSAGES -> new Ask(new Question.Messages(numberId(order)));
            case ATTACH -> attach(order, now);
            case RELEASE -> release(order);
            case WATCH, CALL_OFF, GIVE_BACK -> LateOrders.move(order);
            case ACTIVE, FAILED, RELEASED -> new Rest();
        };
    }

    static NumberOrder after(NumberOrder order, Question question, SagaMove.Reply reply, Instant now) {
        return SagaAnswers.take(order, question, reply, now);
    }

    /// The number shall be given back; charged until now.
    static NumberOrder released(NumberOrder order, Instant now) {
        Milestones times = order.times();
        NumberOrder asked =
                order.with(new Milestones(times.createdAt(), times.purchasedAt(), Optional.of(now), times.chargedTo()));
        return Steps.enter(asked, Stage.RELEASE, Optional.empty(), now);
    }

    /// The carrier says that something happened to the order; empty when that changes nothing. An order that failed
    /// may have come out late, also after nobody looked for it any more: once more, then.
    static Optional<NumberOrder> hinted(NumberOrder order, Instant now) {
        return switch (order.stage()) {
            case CONFIRM, WATCH -> Optional.of(Steps.later(order, now));
            case FAILED ->
                order.carrier()
                        .lost()
                        .map(_ ->
                                Steps.enter(order, Stage.WATCH, order.progress().problem(), now));
            case CHECK,
                    PLACE,
                    SENT,
                    CANCEL,
                    DOUBT,
                    LOCATE,
                    VOICE,
                    MESSAGES,
                    ATTACH,
                    ACTIVE,
                    CALL_OFF,
                    GIVE_BACK,
                    RELEASE,
                    RELEASED -> Optional.empty();
        };
    }

    /// Taken by somebody who works on it, until they write again.
    static NumberOrder held(NumberOrder order, Instant now) {
        return order.with(new Work(
                Optional.of(now.plus(HOLD)), order.work().dueAt(), order.work().misses()));
    }

    /// Given back.
    static NumberOrder rested(NumberOrder order) {
        return order.with(
                new Work(Optional.empty(), order.work().dueAt(), order.work().misses()));
    }

    private static boolean isTooLate(NumberOrder order, Instant now) {
        return now.isAfter(order.times().createdAt().plus(PATIENCE));
    }

    /// Nothing is under way, and nothing will be.
    private static Turn given(NumberOrder order, Instant now) {
        NumberProblem why = order.progress().problem().orElse(NumberProblem.of(Code.CARRIER_UNAVAILABLE));
        return new Turn(LateOrders.failed(order, why, now));
    }

    private static Send send(NumberOrder order, Instant now) {
        NumberOrder intent = Steps.enter(order, Stage.SENT, order.progress().problem(), now);
        return new Send(
                intent.with(Steps.unsure(intent.carrier(), now.plus(SETTLE))),
                new Question.Place(number(order), order.reference().toString()));
    }

    private static SagaMove attach(NumberOrder order, Instant now) {
        return order.wish()
                .agent()
                .<SagaMove>map(agent -> new Ask(new Question.Attach(number(order), agent)))
                .orElseGet(() -> new Turn(Steps.enter(order, Stage.ACTIVE, Optional.empty(), now)));
    }

    private static SagaMove release(NumberOrder order) {
        return order.carrier()
                .numberId()
                .<SagaMove>map(id -> new Ask(new Question.Release(id)))
                .orElseGet(() -> new Ask(new Question.Locate(number(order))));
    }

    static PhoneNumber number(NumberOrder order) {
        return order.wish().number();
    }

    private static String numberId(NumberOrder order) {
        return order.carrier().numberId().orElseThrow();
    }
}
