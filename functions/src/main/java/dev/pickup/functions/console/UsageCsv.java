package dev.pickup.functions.console;

import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.core.usage.UsageRecord;
import java.util.List;

/// Usage records as CSV (RFC 4180), one line a call, and one for each number that cost something. No value holds a
/// comma or a quote.
final class UsageCsv {
    private static final List<String> PARTS =
            List.of("carrier", "speech-to-text", "model", "voice", "platform", "number", "number-setup");
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();
    private int lines;

    UsageCsv() {
        text.append("recordedAt,usageRecordId,callId,agentId,number,billedSeconds,currency,totalMicros");
        PARTS.forEach(part -> text.append(',').append(part).append("Micros"));
        text.append(END);
    }

    void add(UsageRecord usage) {
        List<Object> cells = List.of(
                usage.recordedAt(),
                usage.id(),
                usage.call(),
                usage.agent(),
                usage.number().e164(),
                usage.billedSeconds());
        add(cells, usage.cost());
    }

    void add(NumberCharge charge) {
        add(List.of(charge.recordedAt(), charge.id(), "", "", charge.number().e164(), 0), charge.cost());
    }

    private void add(List<Object> cells, Cost cost) {
        cells.forEach(cell -> text.append(cell).append(','));
        text.append(cost.currency()).append(',').append(cost.totalMicros());
        PARTS.forEach(part -> text.append(',').append(micros(cost, part)));
        text.append(END);
        lines++;
    }

    int lines() {
        return lines;
    }

    String text() {
        return text.toString();
    }

    private static long micros(Cost cost, String part) {
        return cost.parts().stream()
                .filter(p -> p.part().equals(part))
                .mapToLong(Cost.Part::micros)
                .sum();
    }
}
