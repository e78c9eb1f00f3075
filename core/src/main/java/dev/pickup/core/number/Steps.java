package dev.pickup.core.number;

import dev.pickup.core.number.NumberOrder.AtCarrier;
import dev.pickup.core.number.NumberOrder.Progress;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an order goes from one stage to the next, and keeps its record of steps. Pure.
final class Steps {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    private Steps() {}

    /// Goes on with `stage`, at once. The step before it is over; a step that was there before goes on.
    static NumberOrder enter(NumberOrder order, Stage stage, Optional<NumberProblem> problem, Instant now) {
        List<OrderStep> steps = new ArrayList<>();
        boolean isKnown = false;
        for (OrderStep step : order.progress().steps()) {
            boolean isNext = step.name().equals(stage.step());
            isKnown |= isNext;
            steps.add(isNext ? reopened(step, order.stage(), stage) : step.ended(now));
        }
        if (!isKnown && !stage.isAtRest()) {
            steps.add(OrderStep.begun(stage.step(), now));
        }
        return order.with(new Progress(stage, steps, problem))
                .with(new Work(order.work().heldUntil(), now, 0));
    }

    /// What the carrier said to the step under way.
    static NumberOrder tried(NumberOrder order, String answer, String requestId, Instant now) {
        String name = order.stage().step();
        List<OrderStep> steps = new ArrayList<>();
        boolean isKnown = false;
        for (OrderStep step : order.progress().steps()) {
            isKnown |= step.name().equals(name);
            steps.add(step.name().equals(name) ? step.tried(answer, requestId) : step);
        }
        if (!isKnown) {
            steps.add(OrderStep.begun(name, now).tried(answer, requestId));
        }
        return order.with(new Progress(order.stage(), steps, order.progress().problem()));
    }

    /// The same stage again, not before `until`.
    static NumberOrder later(NumberOrder order, Instant until) {
        return order.with(new Work(order.work().heldUntil(), until, order.work().misses()));
    }

    /// The same stage again, after a pause that doubles with every miss.
    static NumberOrder missed(NumberOrder order, Optional<NumberProblem> problem, Instant now) {
        int misses = order.work().misses();
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(misses, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return order.with(new Progress(order.stage(), order.progress().steps(), problem))
                .with(new Work(order.work().heldUntil(), now.plus(bounded), misses + 1));
    }

    /// An attempt to order is under way.
    static AtCarrier unsure(AtCarrier at, Instant believeFrom) {
        return at.believing(Optional.of(believeFrom));
    }

    /// When the step under way began.
    static Instant begun(NumberOrder order) {
        return order.progress().steps().stream()
                .filter(step -> step.name().equals(order.stage().step()))
                .map(OrderStep::startedAt)
                .findFirst()
                .orElse(order.times().createdAt());
    }

    /// Whether the carrier was asked to cancel.
    static boolean triedToCancel(NumberOrder order) {
        return order.progress().steps().stream()
                .anyMatch(step -> step.name().equals(Stage.CANCEL.step()) && step.attempts() > 0);
    }

    /// Whether calls reached it before somebody asked for its release.
    static boolean wasComplete(NumberOrder order) {
        return order.times().purchasedAt().isEmpty() // there before orders were kept
                || order.progress().steps().stream()
                        .anyMatch(step -> step.name().equals(Stage.ATTACH.step()));
    }

    private static OrderStep reopened(OrderStep step, Stage from, Stage to) {
        return from.step().equals(to.step())
                ? step
                : new OrderStep(
                        step.name(),
                        step.startedAt(),
                        Optional.empty(),
                        step.attempts(),
                        step.answer(),
                        step.requestId());
    }
}
