package dev.pickup.benchmarks.report;

import java.util.Locale;
import java.util.stream.Collectors;

/// A result for people at a terminal.
public final class ResultTable {
    private static final int LONGEST_LINE = 32;

    private ResultTable() {}

    public static String of(BenchResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d %s calls at once for %d s on %d cores, %s engines as in \"%s\"%s%n%n",
                result.calls(),
                result.carrier(),
                result.seconds(),
                result.cores(),
                result.engines(),
                result.engineLatency(),
                result.without().isEmpty() ? "" : ", without " + result.without()));
        text.append(String.format(Locale.ROOT, "%-34s %9s %9s %9s  %s%n", "ms", "p50", "p95", "p99", "of"));
        line(text, "response delay, on the wire", result.responseMs(), result.turns() + " turns");
        line(text, "  our own share, by the ledger", result.ownMs(), "");
        text.append(String.format(Locale.ROOT, "  the rest, medians of the ledger:   %s%n", stages(result)));
        line(text, "barge-in: speech to clear", result.bargeInMs(), result.bargeIns() + " interruptions");
        text.append(String.format(Locale.ROOT, "%nresponse delay, by what the caller had said%n"));
        result.responseByLineMs()
                .forEach((line, values) -> line(text, "  " + shortened(line), values, cutOff(result, line)));
        text.append(String.format(
                Locale.ROOT, "%n%-34s %9d of %d%n", "late frames", result.lateFrames(), result.framesSent()));
        text.append(String.format(Locale.ROOT, "%-34s %9d%n", "callers' frames dropped", result.framesDropped()));
        text.append(String.format(Locale.ROOT, "%-34s %9d%n", "callers cut off", result.cutOffs()));
        text.append(String.format(Locale.ROOT, "%-34s %9d%n", "interruptions not noticed", result.bargeInsMissed()));
        text.append(String.format(Locale.ROOT, "%-34s %9d%n%n", "failed calls", result.failedCalls()));
        text.append(String.format(
                Locale.ROOT,
                "%-34s %9.2f %% of a core (so at most %.0f calls a core)%n",
                "CPU per call",
                result.cpuPerCallPercent(),
                result.cpuPerCallPercent() > 0 ? 100 / result.cpuPerCallPercent() : 0));
        text.append(String.format(
                Locale.ROOT,
                "%-34s %9.0f %% of a core; simulated services %.0f %%%n",
                "  beside it: the load generator",
                result.loadCpuPercent(),
                result.servicesCpuPercent()));
        text.append(String.format(
                Locale.ROOT,
                "%-34s %9d, at most %d%n",
                "platform threads of the server",
                result.threads(),
                result.mostThreads()));
        text.append(
                String.format(Locale.ROOT, "%-34s %9.2f MiB%n", "heap per call", mebibytes(result.heapPerCallBytes())));
        text.append(String.format(
                Locale.ROOT, "%-34s %9.2f MiB%n", "memory per call (RSS)", mebibytes(result.rssPerCallBytes())));
        if (!result.engineCounts().isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-34s %s%n", "the adapters met", result.engineCounts()));
        }
        return text.toString();
    }

    private static String stages(BenchResult result) {
        return result.stagesP50Ms().entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s %.0f", stage.getKey(), stage.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String name, Percentiles values, String of) {
        text.append(String.format(
                Locale.ROOT, "%-34s %9.1f %9.1f %9.1f  %s%n", name, values.p50(), values.p95(), values.p99(), of));
    }

    private static String cutOff(BenchResult result, String line) {
        int times = result.cutOffsByLine().getOrDefault(line, 0);
        return times == 0 ? "" : times + " cut off";
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 2) + " …";
    }

    private static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}
