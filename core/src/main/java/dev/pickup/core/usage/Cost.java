package dev.pickup.core.usage;

import java.util.List;

/// What a call cost, in millionths of `currency`, and why.
///
/// @param perMinuteMicros total over the billed time, rounded half up; 0 when no time was billed
public record Cost(long totalMicros, String currency, long perMinuteMicros, List<Part> parts) {
    public Cost {
        parts = List.copyOf(parts);
        if (totalMicros != parts.stream().mapToLong(Part::micros).sum()) {
            throw new IllegalArgumentException("A cost is the sum of its parts.");
        }
    }

    /// The cost of these parts over `billedSeconds`.
    public static Cost of(String currency, long billedSeconds, List<Part> parts) {
        long total = parts.stream().mapToLong(Part::micros).sum();
        long perMinute = billedSeconds == 0 ? 0 : (2 * 60 * total + billedSeconds) / (2 * billedSeconds);
        return new Cost(total, currency, perMinute, parts);
    }

    /// One line of the bill: `units` of `unit` cost `micros`.
    ///
    /// @param part `carrier`, `speech-to-text`, `model`, `voice` or `platform`
    public record Part(String part, long units, String unit, long micros) {}
}
