package dev.pickup.core.usage;

import dev.pickup.core.usage.Cost.Part;
import dev.pickup.events.journal.JournalEntry.Measure;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What units cost from a date on. Prices are exact fractions, so that a second's share of a minute's price is not
/// rounded before it is multiplied; each part of a cost is rounded once, half up.
///
/// @param from     first day it is in force, UTC
/// @param currency ISO 4217
public record RateCard(LocalDate from, String currency, List<Rate> rates) {
    public RateCard {
        rates = List.copyOf(rates);
    }

    /// `micros` for every `perUnits` of `unit`.
    ///
    /// @param provider whose price it is, e.g. `telnyx`; the price of vendor `offline` holds for `offline/flite`
    /// too
    /// @param source   where the price was read, and when
    public record Rate(String part, String provider, String unit, long micros, long perUnits, String source) {
        public Rate {
            if (micros < 0 || perUnits < 1) {
                throw new IllegalArgumentException("A rate is 0 or more for 1 unit or more.");
            }
        }

        long price(long units) {
            BigInteger twice = BigInteger.valueOf(2).multiply(BigInteger.valueOf(perUnits));
            return BigInteger.valueOf(units)
                    .multiply(BigInteger.valueOf(2).multiply(BigInteger.valueOf(micros)))
                    .add(BigInteger.valueOf(perUnits))
                    .divide(twice)
                    .longValueExact();
        }
    }

    /// A priced call.
    ///
    /// @param billedSeconds the call's length in started seconds
    /// @param unpriced      measures without a rate; they cost nothing here, and someone must add the rate
    public record Priced(Cost cost, long billedSeconds, List<Measure> unpriced) {
        public Priced {
            unpriced = List.copyOf(unpriced);
        }
    }

    /// Prices a call: the carrier's and the platform's seconds and what the engines report.
    ///
    /// @param carrier the provider of the line, e.g. `telnyx`; one that the account pays itself has a rate of 0
    /// @param length  from answer to end
    public Priced price(String carrier, Duration length, List<Measure> engines) {
        long seconds = length.plusSeconds(1).minusNanos(1).toSeconds();
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("carrier", carrier, seconds, "second"));
        measures.addAll(engines);
        measures.add(new Measure("platform", "pickup", seconds, "second"));
        List<Part> parts = new ArrayList<>();
        List<Measure> unpriced = new ArrayList<>();
        for (Measure measure : measures) {
            Optional<Rate> rate = rate(measure);
            long micros = rate.map(r -> r.price(measure.units())).orElse(0L);
            parts.add(new Part(measure.part(), measure.provider(), measure.units(), measure.unit(), micros));
            if (rate.isEmpty()) {
                unpriced.add(measure);
            }
        }
        return new Priced(Cost.of(currency, seconds, parts).by(from), seconds, unpriced);
    }

    private Optional<Rate> rate(Measure measure) {
        return rates.stream()
                .filter(r -> r.part().equals(measure.part())
                        && (r.provider().equals(measure.provider())
                                || r.provider().equals(vendor(measure)))
                        && r.unit().equals(measure.unit()))
                .findFirst();
    }

    private static String vendor(Measure measure) {
        int slash = measure.provider().indexOf('/');
        return slash < 0 ? measure.provider() : measure.provider().substring(0, slash);
    }
}
