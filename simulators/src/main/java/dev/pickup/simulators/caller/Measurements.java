package dev.pickup.simulators.caller;

import dev.pickup.simulators.caller.CallReport.Digit;
import dev.pickup.simulators.caller.CallReport.Interruption;
import dev.pickup.simulators.caller.CallReport.Response;
import dev.pickup.simulators.caller.CallReport.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts together what a caller's report says about time. One thread.
public final class Measurements {
    /// What the report takes from here; see [CallReport].
    public record Result(
            List<Utterance> caller,
            List<Utterance> agent,
            List<Response> responses,
            List<Interruption> interruptions,
            List<Digit> pressed) {}

    private final List<Long> interruptions = new ArrayList<>();
    private final List<Double> clears = new ArrayList<>();
    private final List<Digit> digits = new ArrayList<>();

    Measurements() {}

    void interrupts(long sample) {
        interruptions.add(sample);
    }

    void cleared(double atMs) {
        clears.add(atMs);
    }

    void pressed(Digit digit) {
        digits.add(digit);
    }

    Result result(Speech caller, Speech agent) {
        List<Utterance> said =
                caller.spans().stream().map(Speech.Span::toUtterance).toList();
        List<Utterance> heard =
                agent.spans().stream().map(Speech.Span::toUtterance).toList();
        return new Result(said, heard, responses(said, heard), interruptions(said, heard, agent), List.copyOf(digits));
    }

    /// Each utterance of the agent that is the first one after the caller fell silent.
    private static List<Response> responses(List<Utterance> said, List<Utterance> heard) {
        List<Response> responses = new ArrayList<>();
        double answeredUpTo = -1;
        for (Utterance agent : heard) {
            double end = said.stream()
                    .mapToDouble(Utterance::endMs)
                    .filter(e -> e <= agent.startMs())
                    .max()
                    .orElse(-1);
            boolean overlaps =
                    said.stream().anyMatch(c -> c.startMs() < agent.startMs() && c.endMs() > agent.startMs());
            if (end > answeredUpTo && !overlaps) {
                responses.add(new Response(end, agent.startMs()));
                answeredUpTo = end;
            }
        }
        return responses;
    }

    private List<Interruption> interruptions(List<Utterance> said, List<Utterance> heard, Speech agent) {
        return interruptions.stream()
                .map(sample -> interruption((double) sample / Pcm.SAMPLES_PER_MS, said, heard, agent))
                .toList();
    }

    private Interruption interruption(double began, List<Utterance> said, List<Utterance> heard, Speech agent) {
        double start = said.stream()
                .mapToDouble(Utterance::startMs)
                .filter(s -> s >= began)
                .findFirst()
                .orElse(began);
        double next = heard.stream()
                .mapToDouble(Utterance::startMs)
                .filter(s -> s > start)
                .findFirst()
                .orElse(Double.MAX_VALUE);
        Optional<Double> clear =
                clears.stream().filter(c -> c >= start && c < next).findFirst();
        Optional<Double> silence = heard.stream()
                .filter(a -> a.startMs() <= start && a.endMs() >= start)
                .map(Utterance::endMs)
                .findFirst();
        boolean stillTalking = agent.speaking()
                && silence.isPresent()
                && next == Double.MAX_VALUE
                && heard.getLast().endMs() == silence.get();
        return new Interruption(start, clear, stillTalking ? Optional.empty() : silence);
    }
}
