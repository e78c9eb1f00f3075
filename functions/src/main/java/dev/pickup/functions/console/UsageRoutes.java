package dev.pickup.functions.console;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberRent;
import dev.pickup.core.usage.MonthlyTotals;
import dev.pickup.core.usage.MonthlyTotals.Total;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageStore;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a month's calls used and cost, and its numbers; and what accrues for numbers until it is charged.
record UsageRoutes(UsageStore usage, NumberOrders orders, Clock clock) {
    private static final int PAGE = 200;
    // 6 MB is the most a function may answer; a line has at most 200 characters.
    private static final int MOST_LINES = 30_000;

    ApiResponse month(ApiRequest request) {
        YearMonth month = requested(request);
        return switch (request.query("format").orElse("json")) {
            case "json" ->
                ApiResponse.ok(view(usage.totals(request.account(), month), accruing(request.account(), month)));
            case "csv" ->
                ApiResponse.text("text/csv; charset=utf-8; header=present", csv(request, month))
                        .with("content-disposition", "attachment; filename=\"pickup-usage-" + month + ".csv\"");
            default -> throw ProblemException.invalid("format", "Use json or csv.");
        };
    }

    private YearMonth requested(ApiRequest request) {
        try {
            return request.query("month")
                    .map(YearMonth::parse)
                    .orElseGet(() -> YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        } catch (DateTimeException _) {
            throw ProblemException.invalid("month", "Use a month like 2026-11.");
        }
    }

    /// Read from the orders and never written: what is charged is in the totals, and not here any more.
    private Accruing accruing(AccountId account, YearMonth month) {
        Instant now = clock.instant();
        List<NumberCharge> open = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<NumberOrder> page = orders.ofAccount(account, PAGE, next);
            page.items().forEach(order -> NumberRent.accrued(order, month, now).ifPresent(open::add));
            next = page.next();
        } while (next.isPresent());
        return Accruing.of(open, now);
    }

    private String csv(ApiRequest request, YearMonth month) {
        UsageCsv csv = new UsageCsv();
        Optional<String> next = Optional.empty();
        do {
            Page<UsageRecord> page = usage.records(request.account(), month, PAGE, next);
            page.items().forEach(csv::add);
            next = page.next();
        } while (next.isPresent() && csv.lines() < MOST_LINES);
        Optional<String> more = Optional.empty();
        do {
            Page<NumberCharge> page = usage.charges(request.account(), month, PAGE, more);
            page.items().forEach(csv::add);
            more = page.next();
        } while (more.isPresent());
        if (next.isPresent()) {
            throw new ProblemException(
                    422, "usage-too-long", "This month has too many calls for one file; ask support for an export.");
        }
        return csv.text();
    }

    private static UsageView view(MonthlyTotals totals, Accruing accruing) {
        return new UsageView(
                totals.month().toString(),
                totals.currency(),
                totals.account().calls(),
                totals.account().billedSeconds(),
                totals.account().micros(),
                totals.numberMicros(),
                totals.agents().entrySet().stream()
                        .map(e -> AgentUsage.of(e.getKey(), e.getValue()))
                        .toList(),
                totals.numbers().entrySet().stream()
                        .map(e -> NumberUsage.of(e.getKey(), e.getValue()))
                        .toList(),
                accruing);
    }

    private record UsageView(
            String month,
            String currency,
            long calls,
            long billedSeconds,
            long micros,
            long numberMicros,
            List<AgentUsage> agents,
            List<NumberUsage> numbers,
            Accruing accruing) {}

    /// Provisional, and no part of the totals.
    private record Accruing(String until, long numberMicros, List<AccruingNumber> numbers) {
        static Accruing of(List<NumberCharge> open, Instant now) {
            return new Accruing(
                    LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                    open.stream()
                            .mapToLong(charge -> charge.cost().totalMicros())
                            .sum(),
                    open.stream().map(AccruingNumber::of).toList());
        }
    }

    private record AccruingNumber(String phoneNumber, String from, String to, long micros, String currency) {
        static AccruingNumber of(NumberCharge charge) {
            return new AccruingNumber(
                    charge.number().e164(),
                    charge.from().toString(),
                    charge.to().toString(),
                    charge.cost().totalMicros(),
                    charge.cost().currency());
        }
    }

    private record AgentUsage(String agentId, long calls, long billedSeconds, long micros) {
        static AgentUsage of(String id, Total total) {
            return new AgentUsage(id, total.calls(), total.billedSeconds(), total.micros());
        }
    }

    private record NumberUsage(String phoneNumber, long calls, long billedSeconds, long micros) {
        static NumberUsage of(String number, Total total) {
            return new NumberUsage(number, total.calls(), total.billedSeconds(), total.micros());
        }
    }
}
