package dev.pickup.core.usage;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sums over one account and month: all together, by agent id, and by number in E.164. A number's sum has its calls
/// and what the number itself cost.
///
/// @param numberMicros what of the whole is for numbers themselves
public record MonthlyTotals(
        YearMonth month,
        String currency,
        Total account,
        long numberMicros,
        SortedMap<String, Total> agents,
        SortedMap<String, Total> numbers) {
    public MonthlyTotals {
        agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    /// So many calls took so many billed seconds and cost so many micro-units of the currency.
    public record Total(long calls, long billedSeconds, long micros) {
        /// Nothing yet.
        public static final Total NONE = new Total(0, 0, 0);

        public Total plus(Total other) {
            return new Total(calls + other.calls, billedSeconds + other.billedSeconds, micros + other.micros);
        }
    }
}
