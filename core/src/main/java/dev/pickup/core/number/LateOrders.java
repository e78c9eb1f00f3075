package dev.pickup.core.number;

import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.carrier.ManagedNumbers.ReleaseOutcome;
import dev.pickup.core.number.NumberOrder.Lost;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.number.SagaMove.Ask;
import dev.pickup.core.number.SagaMove.Question;
import dev.pickup.core.number.SagaMove.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The part of [NumberSaga] that comes after its end: an order failed, its owner was told so, but an attempt whose
/// answer was lost may still come out at the carrier. It is looked up for a day, and what comes out is called off or
/// given back: nobody wants it any more, and it would be paid for every month. Pure.
final class LateOrders {
    /// For so long after the last lost attempt was given up. Chosen: a carrier that finds a request again later than
    /// that has told of an outage.
    static final Duration DAY = Duration.ofHours(24);

    /// The end in any case, also when the carrier never answers, or never decides. Chosen.
    static final Duration LIMIT = Duration.ofDays(7);

    private static final Duration SHORTEST_LOOK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);
    /// What the carrier has written down is decided within minutes.
    private static final Duration LONGEST_PENDING_LOOK = Duration.ofMinutes(5);
    /// Of 1, 2, 4 ... seconds: a number that is not shown a quarter of an hour after its order succeeded is gone.
    private static final int MISSES_UNTIL_GONE = 11;

    private LateOrders() {}

    /// The attempt under way is given up, though nothing proves that it comes to nothing.
    static NumberOrder lost(NumberOrder order, Instant now) {
        List<String> returned = order.carrier().lost().map(Lost::returned).orElse(List.of());
        return order.with(order.carrier().with(new Lost(now, returned)));
    }

    /// The order failed, as its owner is told; it is watched when an attempt was lost.
    static NumberOrder failed(NumberOrder order, NumberProblem why, Instant now) {
        return order.carrier()
                .lost()
                .map(lost -> watched(order, why, lost, now))
                .orElseGet(() -> Steps.enter(order, Stage.FAILED, Optional.of(why), now));
    }

    static SagaMove move(NumberOrder order) {
        return switch (order.stage()) {
            case GIVE_BACK ->
                new Ask(order.carrier()
                        .numberId()
                        .<Question>map(id -> new Question.GiveBack(NumberSaga.number(order), id))
                        .orElseGet(() -> new Question.Locate(NumberSaga.number(order))));
            case CALL_OFF ->
                new Ask(new Question.Cancel(order.carrier().orderId().orElseThrow()));
            case WATCH -> new Ask(new Question.Placed(order.reference().toString()));
            case CHECK,
                    PLACE,
                    SENT,
                    CONFIRM,
                    CANCEL,
                    DOUBT,
                    LOCATE,
                    VOICE,
                    MESSAGES,
                    ATTACH,
                    ACTIVE,
                    FAILED,
                    RELEASE,
                    RELEASED -> throw new IllegalStateException("Nothing is late at " + order.stage());
        };
    }

    /// All orders of its reference.
    static NumberOrder found(NumberOrder order, List<CarrierOrder> orders, Instant now) {
        List<String> returned = lost(order).returned();
        Optional<CarrierOrder> late = orders.stream()
                .filter(o -> o.state() != State.FAILED && !returned.contains(o.id()))
                .max(Comparator.comparing(o -> o.state() == State.SUCCEEDED));
        if (late.isEmpty()) {
            NumberOrder tried = Steps.tried(order, "none", "", now);
            return isOlder(order, DAY, now) ? over(tried, now) : later(tried, LONGEST_LOOK, now);
        }
        CarrierOrder came = late.get();
        NumberOrder known = Steps.tried(order, SagaAnswers.word(came), came.requestId(), now)
                .with(order.carrier().withOrder(Optional.of(came.id())).withNumber(Optional.empty()));
        if (came.state() != State.SUCCEEDED && isOlder(order, LIMIT, now)) {
            return over(known, now);
        }
        return switch (came.state()) {
            case SUCCEEDED ->
                Steps.enter(known, Stage.GIVE_BACK, known.progress().problem(), now);
            case NEEDS_DOCUMENTS -> {
                NumberOrder off =
                        Steps.enter(known, Stage.CALL_OFF, known.progress().problem(), now);
                yield Steps.triedToCancel(known) ? later(off, LONGEST_PENDING_LOOK, now) : off;
            }
            case PENDING, FAILED -> later(known, LONGEST_PENDING_LOOK, now);
        };
    }

    /// The carrier did not say whether there is such an order, or whether it was called off.
    static NumberOrder unanswered(NumberOrder order, Instant now) {
        return isOlder(order, LIMIT, now) ? over(order, now) : later(order, LONGEST_LOOK, now);
    }

    /// Only an id that was written before anybody is asked whether they have the number can be given back: so it is
    /// never the number of somebody who bought it after us.
    static NumberOrder located(NumberOrder order, Optional<String> numberId, Instant now) {
        if (numberId.isPresent()) {
            return Steps.later(order.with(order.carrier().withNumber(numberId)), now);
        }
        return order.work().misses() < MISSES_UNTIL_GONE
                ? Steps.missed(order, order.progress().problem(), now)
                : returned(order, now);
    }

    static NumberOrder released(NumberOrder order, ReleaseOutcome outcome, Instant now) {
        return switch (outcome) {
            case RELEASED, GONE -> returned(order, now);
            case LOCKED -> Steps.missed(order, Optional.of(NumberProblem.of(Code.NUMBER_LOCKED)), now);
        };
    }

    /// Somebody of ours bought or brought the number meanwhile: then nothing of it is late. Whoever only wants it will
    /// not get it while we have it.
    static NumberOrder wanted(NumberOrder order, Reply.Wanted wanted, Instant now) {
        return wanted.isDecided()
                ? over(order, now)
                : Steps.missed(order, order.progress().problem(), now);
    }

    /// There may have been more than one lost attempt: it is watched on.
    private static NumberOrder returned(NumberOrder order, Instant now) {
        Lost lost = lost(order);
        List<String> returned = Stream.concat(lost.returned().stream(), order.carrier().orderId().stream())
                .toList();
        NumberOrder without =
                order.with(order.carrier().withNumber(Optional.empty()).with(new Lost(lost.since(), returned)));
        return watched(without, NumberProblem.of(Code.LATE_ORDER_RETURNED), lost, now);
    }

    private static NumberOrder watched(NumberOrder order, NumberProblem why, Lost lost, Instant now) {
        NumberOrder watch = Steps.enter(order, Stage.WATCH, Optional.of(why), now);
        return Steps.later(watch, now.plus(pause(lost, LONGEST_LOOK, now)));
    }

    private static NumberOrder over(NumberOrder order, Instant now) {
        return Steps.enter(order, Stage.FAILED, order.progress().problem(), now);
    }

    private static NumberOrder later(NumberOrder order, Duration longest, Instant now) {
        return Steps.later(order, now.plus(pause(lost(order), longest, now)));
    }

    /// Half as long again as all before.
    private static Duration pause(Lost lost, Duration longest, Instant now) {
        return SagaAnswers.between(
                SHORTEST_LOOK, Duration.between(lost.since(), now).dividedBy(2), longest);
    }

    private static boolean isOlder(NumberOrder order, Duration age, Instant now) {
        return !now.isBefore(lost(order).since().plus(age));
    }

    private static Lost lost(NumberOrder order) {
        return order.carrier()
                .lost()
                .orElseThrow(() -> new IllegalStateException("Nothing was lost of " + order.reference()));
    }
}
