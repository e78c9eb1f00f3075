package dev.pickup.core.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a call or a number cost, in millionths of `currency`, and why.
///
/// @param perMinuteMicros total over the billed time, rounded half up; 0 when no time was billed
/// @param rateCard        the day from which the rate card holds that priced it; empty for a number, which its carrier
///                        prices, and in records from before this was written down
public record Cost(
        long totalMicros, String currency, long perMinuteMicros, List<Part> parts, Optional<LocalDate> rateCard) {
    public Cost {
        parts = List.copyOf(parts);
        if (totalMicros != parts.stream().mapToLong(Part::micros).sum()) {
            throw new IllegalArgumentException("A cost is the sum of its parts.");
        }
    }

    /// The cost of these parts over `billedSeconds`, priced by no rate card.
    public static Cost of(String currency, long billedSeconds, List<Part> parts) {
        long total = parts.stream().mapToLong(Part::micros).sum();
        long perMinute = billedSeconds == 0 ? 0 : (2 * 60 * total + billedSeconds) / (2 * billedSeconds);
        return new Cost(total, currency, perMinute, parts, Optional.empty());
    }

    /// The same, priced by the card that holds from this day.
    public Cost by(LocalDate card) {
        return new Cost(totalMicros, currency, perMinuteMicros, parts, Optional.of(card));
    }

    /// One line of the bill: `units` of `unit` cost `micros`.
    ///
    /// @param part     `carrier`, `speech-to-text`, `model`, `voice` or `platform`; `number`, `number-setup`
    /// @param provider who was used, as `vendor/model`; empty for a number, and in records from before this was
    ///                 written down
    public record Part(String part, Optional<String> provider, long units, String unit, long micros) {
        public Part(String part, String provider, long units, String unit, long micros) {
            this(part, Optional.of(provider), units, unit, micros);
        }

        public Part(String part, long units, String unit, long micros) {
            this(part, Optional.empty(), units, unit, micros);
        }
    }
}
