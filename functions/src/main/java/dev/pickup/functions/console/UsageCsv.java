package dev.pickup.functions.console;

import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.UsageRecord;
import java.util.List;

/// Usage records as CSV (RFC 4180), one line a call. No value holds a comma or a quote.
final class UsageCsv {
    private static final List<String> PARTS = List.of("carrier", "speech-to-text", "model", "voice", "platform");
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();
    private int lines;

    UsageCsv() {
        text.append("recordedAt,usageRecordId,callId,agentId,number,billedSeconds,currency,totalMicros");
        PARTS.forEach(part -> text.append(',').append(part).append("Micros"));
        text.append(END);
    }

    void add(UsageRecord usage) {
        text.append(usage.recordedAt())
                .append(',')
                .append(usage.id())
                .append(',')
                .append(usage.call())
                .append(',')
                .append(usage.agent())
                .append(',')
                .append(usage.number().e164())
                .append(',')
                .append(usage.billedSeconds())
                .append(',')
                .append(usage.cost().currency())
                .append(',')
                .append(usage.cost().totalMicros());
        PARTS.forEach(part -> text.append(',').append(micros(usage.cost(), part)));
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
