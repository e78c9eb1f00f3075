package dev.pickup.benchmarks.audio;

import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.Interruption;
import dev.pickup.simulators.caller.CallReport.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a call on one line was like, by the audio at the caller's end; only the lost words are by the transcript.
///
/// @param responsesMs the caller's last audible sample → the agent's first one
/// @param clearMs     the interruption's first audible sample → `clear`; empty when none came
/// @param silenceMs   from there → the agent's last audible sample
/// @param cutOffs     times the agent began to speak before the caller had finished, the interruption aside
/// @param wordsLost   of `wordsSaid`
/// @param notes       what did not go by the script
public record LineResult(
        String line,
        List<Double> responsesMs,
        Optional<Double> clearMs,
        Optional<Double> silenceMs,
        int cutOffs,
        int wordsLost,
        int wordsSaid,
        List<String> notes) {
    private static final String FORMAT = "%-28s %9s %9s %9s %9s %9s %9s%n";

    public LineResult {
        responsesMs = List.copyOf(responsesMs);
        notes = List.copyOf(notes);
    }

    static LineResult of(Line line, CallReport report, List<String> said, List<String> understood) {
        Optional<Interruption> interruption = report.interruptions().stream().findFirst();
        double began = interruption.map(Interruption::callerStartMs).orElse(Double.MAX_VALUE);
        return new LineResult(
                line.name(),
                report.responses().stream().map(CallReport.Response::delayMs).toList(),
                interruption.flatMap(Interruption::clearMs).map(ms -> ms - began),
                interruption.flatMap(Interruption::silenceMs).map(ms -> ms - began),
                (int) report.caller().stream()
                        .filter(spoken -> spoken.startMs() < began - 1)
                        .filter(spoken -> report.agent().stream().anyMatch(agent -> inside(agent, spoken)))
                        .count(),
                Words.lost(said, understood),
                said.size(),
                notes(report));
    }

    private static List<String> notes(CallReport report) {
        boolean whole = report.interruptions().size() == 1;
        return whole
                ? report.notes()
                : Stream.concat(report.notes().stream(), Stream.of("The caller never came to the interruption."))
                        .toList();
    }

    private static boolean inside(Utterance agent, Utterance caller) {
        return agent.startMs() > caller.startMs() && agent.startMs() < caller.endMs();
    }

    /// All of them, for people at a terminal.
    public static String table(List<LineResult> results) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, FORMAT, "line", "response", "slowest", "clear", "silent", "cut off", "words"));
        text.append(String.format(Locale.ROOT, FORMAT, "", "ms, p50", "ms", "ms", "ms", "", "lost"));
        for (LineResult result : results) {
            List<Double> sorted = result.responsesMs().stream().sorted().toList();
            text.append(String.format(
                    Locale.ROOT,
                    FORMAT,
                    result.line(),
                    ms(sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2))),
                    ms(sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getLast())),
                    ms(result.clearMs()),
                    ms(result.silenceMs()),
                    result.cutOffs(),
                    result.wordsLost() + "/" + result.wordsSaid()));
            result.notes().forEach(note -> text.append("    ").append(note).append('\n'));
        }
        return text.toString();
    }

    private static String ms(Optional<Double> value) {
        return value.map(ms -> String.format(Locale.ROOT, "%.0f", ms)).orElse("-");
    }
}
