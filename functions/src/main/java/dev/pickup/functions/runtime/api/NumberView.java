package dev.pickup.functions.runtime.api;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberProblem;
import dev.pickup.core.number.OrderStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A number as the API shows it.
///
/// @param reason       what stands in its way, or why it failed
/// @param monthlyPrice what we pay the carrier for it; empty for one that was brought
/// @param purchase     how it was bought; only where one number is shown
/// @param credentialId what it was imported with; empty for one of ours
/// @param drift        fields that somebody changed at the carrier since the import
public record NumberView(
        String phoneNumber,
        String label,
        String source,
        String carrier,
        String status,
        Optional<String> agentId,
        Optional<Reason> reason,
        Optional<Money> monthlyPrice,
        Optional<Purchase> purchase,
        Optional<String> credentialId,
        List<String> drift,
        Instant createdAt) {
    private static final Set<String> AFTER_FAILURE =
            Set.of(NumberOrder.Stage.WATCH.step(), NumberOrder.Stage.GIVE_BACK.step());

    /// Why, in one sentence, with a stable code.
    public record Reason(String code, String detail, Optional<String> carrierCode) {}

    /// Millionths of a currency.
    public record Money(long micros, String currency) {}

    /// The steps that were taken, each with the time it took.
    ///
    /// @param durationMs from the wish to the number's readiness, or until now; empty while it goes on
    public record Purchase(String orderId, Instant startedAt, Optional<Long> durationMs, List<Step> steps) {}

    /// @param status `DONE`, or `RUNNING` while it goes on
    public record Step(
            String step,
            String status,
            Instant startedAt,
            Optional<Long> durationMs,
            int attempts,
            Optional<String> carrierAnswer,
            Optional<String> carrierRequestId) {}

    /// In a list.
    public static NumberView of(Did did) {
        return of(did, Optional.empty());
    }

    /// Alone.
    public static NumberView of(Did did, Optional<NumberOrder> order) {
        return new NumberView(
                did.number().e164(),
                did.label(),
                did.source().name(),
                did.carrier().name(),
                did.status().name(),
                did.agent().map(AgentId::value),
                did.purchase().flatMap(Did.Purchase::problem).map(NumberView::reason),
                did.purchase().flatMap(Did.Purchase::price).map(NumberView::monthly),
                order.map(NumberView::purchase),
                did.byop().map(Did.Byop::credential).map(CredentialId::value),
                did.byop().map(Did.Byop::drift).orElse(List.of()),
                did.createdAt());
    }

    static Reason reason(NumberProblem problem) {
        return new Reason(problem.code().wireName(), problem.code().sentence(), text(problem.carrierCode()));
    }

    private static Money monthly(NumberPrice price) {
        return new Money(price.monthlyMicros(), price.currency());
    }

    private static Purchase purchase(NumberOrder order) {
        Instant begin = order.times().createdAt();
        List<OrderStep> steps = order.progress().steps();
        boolean isOver = order.stage().isAtRest() || order.stage().isFailed();
        Optional<Long> took = isOver
                ? steps.stream()
                        .filter(step -> !AFTER_FAILURE.contains(step.name()))
                        .flatMap(step -> step.endedAt().stream())
                        .max(Instant::compareTo)
                        .map(end -> Duration.between(begin, end).toMillis())
                : Optional.empty();
        return new Purchase(
                order.id().value(),
                begin,
                took,
                steps.stream().map(NumberView::step).toList());
    }

    private static Step step(OrderStep step) {
        return new Step(
                step.name(),
                step.endedAt().isPresent() ? "DONE" : "RUNNING",
                step.startedAt(),
                step.took().map(Duration::toMillis),
                step.attempts(),
                text(step.answer()),
                text(step.requestId()));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
