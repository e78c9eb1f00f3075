package dev.pickup.benchmarks.faults;

import dev.pickup.benchmarks.load.QuestionCaller;
import dev.pickup.benchmarks.report.Percentiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What came of one fault.
///
/// @param understood calls in which every word of the question was heard
/// @param answers    what was said in answer, and in how many calls
/// @param lost       calls that ended by themselves, or in which nothing was answered
public record FaultResult(
        String fault,
        int calls,
        long understood,
        Map<String, Long> answers,
        double gapP50Ms,
        double gapMaxMs,
        long lost) {

    public FaultResult {
        answers = Map.copyOf(answers);
    }

    static FaultResult of(
            String fault, List<QuestionCaller.Outcome> outcomes, long understood, Map<String, Long> answers) {
        List<Double> gaps = outcomes.stream()
                .map(QuestionCaller.Outcome::gapMs)
                .filter(gap -> gap >= 0)
                .toList();
        return new FaultResult(
                fault,
                outcomes.size(),
                understood,
                answers,
                Percentiles.of(gaps).p50(),
                gaps.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                outcomes.stream().filter(QuestionCaller.Outcome::lost).count());
    }

    /// The head of a Markdown table of them.
    public static String head() {
        return "| fault | question heard whole | what the caller heard | gap p50, ms | longest gap, ms | calls lost |\n"
                + "|---|---|---|---|---|---|";
    }

    /// This one as a row.
    public String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.0f | %.0f | %d |",
                fault,
                understood,
                heard(),
                gapP50Ms,
                gapMaxMs,
                lost);
    }

    /// What was said in the most calls first.
    private String heard() {
        return answers.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(answer -> answer.getValue() + " " + described(answer.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String described(String answer) {
        if (answer.equals(FaultyCloud.REPLY)) {
            return "the whole answer";
        }
        if (answer.endsWith(FaultyCloud.REPLY)) {
            return "the whole answer after a stumble";
        }
        return answer.isEmpty() ? "nothing" : "“" + answer + "”";
    }
}
