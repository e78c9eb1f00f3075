package dev.pickup.local.live;

import dev.pickup.local.live.CallDocument.Cost;
import dev.pickup.local.live.CallDocument.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is left to say when a call is over. Pure.
final class Summary {
    private static final double MICROS = 1_000_000;
    private static final double MS = 1000;

    private Summary() {}

    /// @param recordings where the product keeps its recordings on this machine
    static List<String> of(CallDocument call, URI baseUrl, Path recordings, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(line(style, "Outcome", outcome(call)));
        call.cost().ifPresent(cost -> lines.add(line(style, "Cost", cost(cost))));
        call.usageRecordId().ifPresent(id -> lines.add(line(style, "Usage", "charged once, as " + id)));
        String recording = call.recording()
                .map(key -> recordings.resolve(key) + " (stereo: caller left, agent right)")
                .orElse("none");
        lines.add(line(style, "Recording", recording));
        lines.add(line(
                style, "Record", baseUrl.resolve("/api/calls/" + call.callId()).toString()));
        return lines;
    }

    private static String line(Style style, String name, String text) {
        return "  " + style.strong(String.format(Locale.ROOT, "%-11s", name)) + text;
    }

    private static String outcome(CallDocument call) {
        String length = call.durationMs()
                .map(ms -> String.format(Locale.ROOT, ", %.1f s", ms / MS))
                .orElse("");
        String transcript =
                call.transcript().map(state -> ", transcript " + state).orElse("");
        return call.outcome().orElse("unknown") + length + transcript;
    }

    private static String cost(Cost cost) {
        String perMinute = cost.perMinuteMicros()
                .map(micros -> " (" + money(micros, cost.currency()) + " a minute)")
                .orElse("");
        String parts = cost.parts().stream()
                .filter(part -> part.micros() > 0)
                .map(part -> part(part, cost.currency()))
                .collect(Collectors.joining(", "));
        String free = cost.parts().stream()
                .filter(part -> part.micros() == 0 && part.units() > 0)
                .map(Part::part)
                .distinct()
                .collect(Collectors.joining(", "));
        return money(cost.totalMicros(), cost.currency())
                + perMinute
                + (parts.isEmpty() ? "" : ": " + parts)
                + (free.isEmpty() ? "" : "; " + free + " free")
                + cost.rateCard().map(day -> "; rates of " + day).orElse("");
    }

    private static String part(Part part, String currency) {
        boolean whole = part.units() == Math.rint(part.units());
        String units = whole ? Long.toString((long) part.units()) : Double.toString(part.units());
        String unit = part.units() == 1 || part.unit().endsWith("s") ? part.unit() : part.unit() + "s";
        String provider = part.provider().map(name -> " (" + name + ")").orElse("");
        return part.part() + provider + " " + money(part.micros(), currency) + " for " + units + " " + unit;
    }

    private static String money(long micros, String currency) {
        String sign = currency.equals("USD") ? "$" : currency + " ";
        return sign + String.format(Locale.ROOT, "%.4f", micros / MICROS);
    }
}
