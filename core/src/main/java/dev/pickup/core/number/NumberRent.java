package dev.pickup.core.number;

import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.number.NumberOrder.Milestones;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.Cost.Part;
import dev.pickup.core.usage.NumberCharge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a bought number costs: its price of a month, shared out by the days on which it was ours, in UTC. The day on
/// which it was bought and the day on which its release was asked for both count. Pure.
public final class NumberRent {
    private NumberRent() {}

    /// When the next charge can be made: when its month is over, or at once when the number was given back. Empty
    /// when there is none to come.
    public static Optional<Instant> due(NumberOrder order) {
        if (order.times().purchasedAt().isEmpty() || order.carrier().price().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = first(order);
        Instant monthIsOver = begin(first.plusMonths(1).withDayOfMonth(1));
        if (order.stage() != Stage.RELEASED) {
            return Optional.of(monthIsOver);
        }
        LocalDate last = day(order.times().releasedAt().orElseThrow());
        if (last.isBefore(first)) {
            return Optional.empty();
        }
        return Optional.of(begin(last).isBefore(monthIsOver) ? begin(last) : monthIsOver);
    }

    /// The charge that is due, for one month; empty when none is.
    public static Optional<NumberCharge> charge(NumberOrder order, Instant now) {
        if (due(order).filter(due -> !due.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = first(order);
        LocalDate last = last(order, YearMonth.from(first));
        return last.isBefore(first) ? Optional.empty() : Optional.of(charge(order, first, last, now));
    }

    /// What the number cost in `month` until `now` and is not in the ledger yet: the charge as it would be if the
    /// number were given back now. Grows by the day until it is charged; never to be written.
    ///
    /// @return empty when nothing is open
    public static Optional<NumberCharge> accrued(NumberOrder order, YearMonth month, Instant now) {
        if (due(order).isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = later(first(order), month.atDay(1));
        LocalDate last = earlier(last(order, month), day(now));
        return last.isBefore(first) ? Optional.empty() : Optional.of(charge(order, first, last, now));
    }

    /// The order with the month of its charge behind it.
    public static NumberOrder charged(NumberOrder order) {
        Milestones times = order.times();
        Instant to = begin(first(order).plusMonths(1).withDayOfMonth(1));
        return order.with(new Milestones(times.createdAt(), times.purchasedAt(), times.releasedAt(), Optional.of(to)));
    }

    private static NumberCharge charge(NumberOrder order, LocalDate first, LocalDate last, Instant now) {
        YearMonth month = YearMonth.from(first);
        NumberPrice price = order.carrier().price().orElseThrow();
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("number", days, "day", share(price.monthlyMicros(), days, month.lengthOfMonth())));
        if (order.times().chargedTo().isEmpty() && first.equals(first(order))) {
            parts.add(new Part("number-setup", 1, "number", price.upfrontMicros()));
        }
        return new NumberCharge(
                NumberCharge.id(order.id(), month),
                order.account(),
                order.id(),
                order.wish().number(),
                month,
                first,
                last,
                Cost.of(price.currency(), 0, parts),
                now);
    }

    /// Rounded half up; a whole month is the whole price.
    private static long share(long monthly, long days, long length) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(2 * monthly, days), length), 2 * length);
    }

    private static LocalDate first(NumberOrder order) {
        return day(order.times().chargedTo().or(order.times()::purchasedAt).orElseThrow());
    }

    private static LocalDate last(NumberOrder order, YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return order.times()
                .releasedAt()
                .map(NumberRent::day)
                .filter(day -> day.isBefore(end))
                .orElse(end);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
