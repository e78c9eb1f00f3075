package dev.pickup.core.call;

import dev.pickup.core.call.Finalizations.Charge;
import dev.pickup.core.carrier.CarrierCommand.Speak;
import dev.pickup.core.usage.RateCard.Priced;
import dev.pickup.core.usage.RateCards;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.events.CallEvent.CallFinalized;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finalizes a call when both signals are there: outcome, charge and event, in one transaction. However often it is
/// asked and by how many at once, a call is charged exactly once. Blocking; any thread. Faults as [CallStore].
public final class CallFinalizer {
    private static final Logger LOG = LoggerFactory.getLogger(CallFinalizer.class);
    private static final int MAX_ATTEMPTS = 5;

    private final CallStore calls;
    private final Finalizations finalizations;

    public CallFinalizer(CallStore calls, Finalizations finalizations) {
        this.calls = calls;
        this.finalizations = finalizations;
    }

    /// Finalizes it if it is due; nothing happens otherwise. Repeat: harmless.
    ///
    /// @return whether it is finalized now, by us or by somebody else
    public boolean finish(CallId id, Instant now) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Call> call = calls.find(id);
            if (call.isEmpty() || call.get().state() == CallState.FINALIZED) {
                return call.isPresent();
            }
            if (!call.get().isDue()) {
                return false;
            }
            if (finish(call.get(), now)) {
                return true;
            }
        }
        return false; // somebody writes it all the time; that somebody's last write asks for it again
    }

    private boolean finish(Call call, Instant now) {
        Optional<UsageRecord> usage =
                call.answering() instanceof Answering.ByAgent by ? Optional.of(usage(call, by, now)) : Optional.empty();
        CallResult result = new CallResult(
                outcome(call),
                call.closing().forced() ? Transcript.PARTIAL : Transcript.COMPLETE,
                now,
                usage.map(u -> u.id().value()));
        return finalizations.finish(
                call, result, words(call), usage.map(u -> new Charge(u, event(call, result, u, now))));
    }

    private UsageRecord usage(Call call, Answering.ByAgent by, Instant now) {
        Duration length = call.duration().orElse(Duration.ZERO);
        LocalDate day = LocalDate.ofInstant(call.closing().carrierEndedAt().orElse(now), ZoneOffset.UTC);
        String carrier = call.leg().through().isPresent()
                ? "byop" // the carrier bills it to its own customer
                : call.leg().carrier().name().toLowerCase(Locale.ROOT);
        Priced priced = RateCards.on(day).price(carrier, length, finalizations.measures(call.id()));
        priced.unpriced()
                .forEach(m -> LOG.error("{}: no rate for {} of {} by {}", call.id(), m.unit(), m.part(), m.provider()));
        return new UsageRecord(
                UsageRecordId.of(call.id()),
                call.account(),
                call.id(),
                by.agent(),
                call.called(),
                YearMonth.from(day),
                priced.billedSeconds(),
                priced.cost(),
                now);
    }

    private static CallFinalized event(Call call, CallResult result, UsageRecord usage, Instant now) {
        return new CallFinalized(
                CallFacts.id(call, "finalized"),
                call.account().value(),
                now,
                call.id().value(),
                result.outcome().wireName(),
                result.transcript().wireName(),
                usage.toEvent());
    }

    private static CallOutcome outcome(Call call) {
        if (call.closing().bridgedAt().isPresent()) {
            return CallOutcome.TRANSFERRED;
        }
        return switch (call.answering()) {
            case Answering.Refused refused -> refused.refusal().outcome();
            case Answering.ByAgent _ -> call.closing().sessionOutcome().orElseGet(() -> untold(call));
        };
    }

    /// No media task said what came of it: there was none, or it died.
    private static CallOutcome untold(Call call) {
        if (call.owner().epoch() > 0) {
            return CallOutcome.PARTIAL;
        }
        return call.commands().contains(Speak.NAME) ? CallOutcome.FAILED : CallOutcome.ABANDONED;
    }

    private String words(Call call) {
        return calls.detail(call.account(), call.id())
                .map(detail -> detail.turns().stream().map(Turn::text).collect(Collectors.joining("\n")))
                .orElse("");
    }
}
