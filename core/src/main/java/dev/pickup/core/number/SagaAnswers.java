package dev.pickup.core.number;

import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.carrier.ManagedNumbers.ReleaseOutcome;
import dev.pickup.core.number.NumberOrder.Milestones;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.core.number.SagaMove.Question;
import dev.pickup.core.number.SagaMove.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The second half of [NumberSaga]: what an answer makes of an order. Pure.
final class SagaAnswers {
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final String OK = "ok";

    private SagaAnswers() {}

    static NumberOrder take(NumberOrder order, Question question, Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Offered offered -> offered(Steps.tried(order, OK, "", now), offered.number(), now);
            case Reply.Accepted accepted -> follow(order, accepted.order(), now);
            case Reply.Refused refused ->
                refused(Steps.tried(order, refused.code(), refused.requestId(), now), question, refused, now);
            case Reply.Unavailable none ->
                unavailable(Steps.tried(order, none.code(), none.requestId(), now), question, none, now);
            case Reply.Found found -> found(order, found.orders(), now);
            case Reply.Located located -> located(Steps.tried(order, OK, "", now), located.numberId(), now);
            case Reply.Done _ -> done(Steps.tried(order, OK, "", now), now);
            case Reply.AgentGone _ ->
                Steps.enter(order, Stage.ACTIVE, Optional.of(NumberProblem.of(Code.AGENT_GONE)), now);
            case Reply.Released released -> released(Steps.tried(order, OK, "", now), released.outcome(), now);
            case Reply.Wanted wanted -> LateOrders.wanted(Steps.tried(order, "wanted", "", now), wanted, now);
        };
    }

    private static NumberOrder offered(NumberOrder order, Optional<AvailableNumber> number, Instant now) {
        if (number.isEmpty()) {
            return LateOrders.failed(order, NumberProblem.of(Code.NUMBER_TAKEN), now);
        }
        if (!number.get().papers().isEmpty()) {
            return LateOrders.failed(order, NumberProblem.of(Code.DOCUMENTS_REQUIRED), now);
        }
        NumberOrder priced = order.with(order.carrier()
                .withOffer(number.get().price(), number.get().features().contains("sms")));
        return Steps.enter(priced, Stage.PLACE, Optional.empty(), now);
    }

    /// The order is at the carrier: no doubt about that any more.
    private static NumberOrder follow(NumberOrder before, CarrierOrder found, Instant now) {
        NumberOrder order = Steps.tried(before, word(found), found.requestId(), now)
                .with(before.carrier().withOrder(Optional.of(found.id())).believing(Optional.empty()));
        Optional<NumberProblem> problem = order.progress().problem();
        return switch (found.state()) {
            case SUCCEEDED -> Steps.enter(bought(order, now), Stage.LOCATE, Optional.empty(), now);
            case PENDING -> pending(order, now);
            case NEEDS_DOCUMENTS -> needsDocuments(order, now);
            case FAILED ->
                Steps.enter(
                        order,
                        Stage.DOUBT,
                        problem.filter(SagaAnswers::isFinal).or(() -> Optional.of(NumberProblem.of(Code.NUMBER_TAKEN))),
                        now);
        };
    }

    private static NumberOrder bought(NumberOrder order, Instant now) {
        Milestones times = order.times();
        return order.with(new Milestones(times.createdAt(), Optional.of(now), times.releasedAt(), times.chargedTo()));
    }

    private static NumberOrder pending(NumberOrder before, Instant now) {
        Optional<NumberProblem> problem = before.progress().problem().filter(SagaAnswers::isFinal);
        NumberOrder order = before.stage() == Stage.CONFIRM
                ? Steps.missed(before, problem, now)
                : Steps.enter(before, Stage.CONFIRM, problem, now);
        Duration age = Duration.between(Steps.begun(order), now);
        if (age.compareTo(NumberSaga.PENDING_LIMIT) > 0 && problem.isEmpty()) {
            return Steps.enter(order, Stage.CANCEL, Optional.of(NumberProblem.of(Code.CARRIER_UNAVAILABLE)), now);
        }
        return Steps.later(order, now.plus(between(SHORTEST_LOOK, age.dividedBy(4), LONGEST_LOOK)));
    }

    private static NumberOrder needsDocuments(NumberOrder order, Instant now) {
        Optional<NumberProblem> problem = Optional.of(NumberProblem.of(Code.DOCUMENTS_REQUIRED));
        NumberOrder cancel = Steps.enter(order, Stage.CANCEL, problem, now);
        return Steps.triedToCancel(order) ? Steps.later(cancel, now.plus(LONGEST_LOOK)) : cancel;
    }

    private static NumberOrder refused(NumberOrder order, Question question, Reply.Refused refused, Instant now) {
        Optional<NumberProblem> problem = Optional.of(problem(refused));
        return switch (question) {
            case Question.Offer _ -> LateOrders.failed(order, problem(refused), now);
            case Question.Place _ ->
                Steps.enter(order.with(Steps.unsure(order.carrier(), now)), Stage.DOUBT, problem, now);
            case Question.Cancel _ -> cancelled(order, now);
            case Question.Placed _,
                    Question.Order _,
                    Question.Locate _,
                    Question.Voice _,
                    Question.Messages _,
                    Question.Attach _,
                    Question.Release _,
                    Question.GiveBack _ -> missed(order, keptOr(order, problem), now);
        };
    }

    private static NumberOrder unavailable(NumberOrder order, Question question, Reply.Unavailable none, Instant now) {
        Optional<NumberProblem> problem = Optional.of(new NumberProblem(Code.CARRIER_UNAVAILABLE, none.code()));
        NumberOrder missed = missed(order, keptOr(order, problem), now);
        return question instanceof Question.Place && none.isOver()
                ? missed.with(Steps.unsure(missed.carrier(), now)) // it is not at it any more: a look-up tells
                : missed;
    }

    private static NumberOrder missed(NumberOrder order, Optional<NumberProblem> problem, Instant now) {
        return order.stage() == Stage.WATCH || order.stage() == Stage.CALL_OFF
                ? LateOrders.unanswered(order, now)
                : Steps.missed(order, problem, now);
    }

    private static NumberOrder found(NumberOrder order, List<CarrierOrder> orders, Instant now) {
        if (order.stage().isFailed()) {
            return LateOrders.found(order, orders, now);
        }
        Optional<CarrierOrder> best = orders.stream()
                .filter(o -> o.state() != State.FAILED)
                .max(Comparator.comparing(o -> o.state() == State.SUCCEEDED));
        if (best.isPresent()) {
            return follow(order, best.get(), now);
        }
        NumberOrder tried = Steps.tried(order, orders.isEmpty() ? "none" : "failure", "", now);
        NumberProblem taken = NumberProblem.of(Code.NUMBER_TAKEN);
        if (order.stage() == Stage.CONFIRM) { // one order was asked for: it failed, or is not known any more
            return Steps.enter(
                    tried,
                    Stage.DOUBT,
                    order.progress().problem().filter(SagaAnswers::isFinal).or(() -> Optional.of(taken)),
                    now);
        }
        Optional<Instant> unsure = order.carrier().believeFrom().filter(now::isBefore);
        if (unsure.isPresent()) {
            return Steps.later(Steps.missed(tried, tried.progress().problem(), now), earlier(unsure.get(), tried, now));
        }
        if (order.stage() == Stage.DOUBT) {
            boolean wasAccepted = orders.isEmpty() && order.carrier().orderId().isPresent();
            NumberOrder doubted = wasAccepted ? LateOrders.lost(tried, now) : tried;
            return LateOrders.failed(doubted, order.progress().problem().orElse(taken), now);
        }
        return orders.isEmpty() ? again(LateOrders.lost(tried, now), now) : LateOrders.failed(tried, taken, now);
    }

    /// The attempt came to nothing yet: another one, after a pause if this was not the first. Should the carrier carry
    /// out both, it sells the number to one of them.
    private static NumberOrder again(NumberOrder order, Instant now) {
        NumberOrder place = Steps.enter(order, Stage.PLACE, order.progress().problem(), now);
        return Steps.later(
                place, order.work().dueAt().isAfter(now) ? order.work().dueAt() : now);
    }

    private static NumberOrder located(NumberOrder order, Optional<String> numberId, Instant now) {
        if (order.stage() == Stage.GIVE_BACK) {
            return LateOrders.located(order, numberId, now);
        }
        NumberOrder known = order.with(order.carrier().withNumber(numberId));
        if (numberId.isPresent()) {
            return order.stage() == Stage.RELEASE
                    ? Steps.later(known, now)
                    : Steps.enter(known, Stage.VOICE, Optional.empty(), now);
        }
        boolean isRelease = order.stage() == Stage.RELEASE;
        boolean isOld = order.times()
                .purchasedAt()
                .filter(at1 -> now.isAfter(at1.plus(NumberSaga.PATIENCE)))
                .isPresent();
        return isRelease && isOld
                ? Steps.enter(order, Stage.RELEASED, Optional.empty(), now)
                : Steps.missed(order, order.progress().problem(), now);
    }

    private static NumberOrder done(NumberOrder order, Instant now) {
        return switch (order.stage()) {
            case VOICE ->
                Steps.enter(
                        order, order.carrier().hasMessages() ? Stage.MESSAGES : Stage.ATTACH, Optional.empty(), now);
            case MESSAGES -> Steps.enter(order, Stage.ATTACH, Optional.empty(), now);
            case ATTACH -> Steps.enter(order, Stage.ACTIVE, Optional.empty(), now);
            case CANCEL, CALL_OFF -> cancelled(order, now);
            case CHECK, PLACE, SENT, CONFIRM, DOUBT, LOCATE, ACTIVE, FAILED, WATCH, GIVE_BACK, RELEASE, RELEASED ->
                throw new IllegalStateException("Nothing was to be done at " + order.stage());
        };
    }

    private static NumberOrder cancelled(NumberOrder order, Instant now) {
        Stage next = order.stage() == Stage.CALL_OFF ? Stage.WATCH : Stage.CONFIRM;
        return looked(Steps.enter(order, next, order.progress().problem(), now), now);
    }

    private static NumberOrder released(NumberOrder order, ReleaseOutcome outcome, Instant now) {
        if (order.stage() == Stage.GIVE_BACK) {
            return LateOrders.released(order, outcome, now);
        }
        return switch (outcome) {
            case RELEASED, GONE -> Steps.enter(order, Stage.RELEASED, Optional.empty(), now);
            case LOCKED -> {
                Milestones times = order.times();
                NumberOrder kept = order.with(
                        new Milestones(times.createdAt(), times.purchasedAt(), Optional.empty(), times.chargedTo()));
                yield Steps.enter(
                        kept,
                        Steps.wasComplete(order) ? Stage.ACTIVE : Stage.LOCATE,
                        Optional.of(NumberProblem.of(Code.NUMBER_LOCKED)),
                        now);
            }
        };
    }

    /// The carrier needs a moment to show what was changed.
    private static NumberOrder looked(NumberOrder order, Instant now) {
        return Steps.later(order, now.plus(SHORTEST_LOOK));
    }

    /// Looks again now and then, at the latest when it can be believed.
    private static Instant earlier(Instant believeFrom, NumberOrder order, Instant now) {
        Instant next = now.plusSeconds(1L << Math.min(order.work().misses(), 4));
        return next.isBefore(believeFrom) ? next : believeFrom;
    }

    /// A reason to end that was found already is not forgotten over a carrier that does not answer.
    private static Optional<NumberProblem> keptOr(NumberOrder order, Optional<NumberProblem> problem) {
        Optional<NumberProblem> before = order.progress().problem();
        return order.stage() == Stage.DOUBT
                        || order.stage().isFailed()
                        || before.filter(SagaAnswers::isFinal).isPresent()
                ? before
                : problem;
    }

    private static boolean isFinal(NumberProblem problem) {
        return switch (problem.code()) {
            case NUMBER_TAKEN, DOCUMENTS_REQUIRED, CARRIER_BALANCE_LOW, CARRIER_ACCOUNT_LIMIT, LATE_ORDER_RETURNED ->
                true;
            case CARRIER_REFUSED, CARRIER_UNAVAILABLE, NUMBER_LOCKED, AGENT_GONE -> false;
        };
    }

    private static NumberProblem problem(Reply.Refused refused) {
        Code code = switch (refused.why()) {
            case TAKEN -> Code.NUMBER_TAKEN;
            case NO_FUNDS -> Code.CARRIER_BALANCE_LOW;
            case NEEDS_DOCUMENTS -> Code.DOCUMENTS_REQUIRED;
            case ACCOUNT_LIMIT -> Code.CARRIER_ACCOUNT_LIMIT;
            case OTHER -> Code.CARRIER_REFUSED;
        };
        return new NumberProblem(code, refused.code());
    }

    static String word(CarrierOrder order) {
        return switch (order.state()) {
            case PENDING -> "pending";
            case NEEDS_DOCUMENTS -> "documents-required";
            case SUCCEEDED -> OK;
            case FAILED -> "failure";
        };
    }

    static Duration between(Duration least, Duration value, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }
}
