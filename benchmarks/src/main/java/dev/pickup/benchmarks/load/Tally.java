package dev.pickup.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What all callers of a run found. Any thread. Nothing but failures counts before [#begin] and after [#end].
final class Tally {
    private final Map<String, List<Double>> responsesMs = new TreeMap<>();
    private final List<Double> bargeInsMs = new ArrayList<>();
    private int missed;
    private final Map<String, Integer> cutOffs = new TreeMap<>();
    private int failed;
    private boolean counting;

    synchronized void begin() {
        counting = true;
    }

    synchronized void end() {
        counting = false;
    }

    /// @param line what the caller had said
    synchronized void response(String line, double ms) {
        if (counting) {
            responsesMs.computeIfAbsent(line, _ -> new ArrayList<>()).add(ms);
        }
    }

    synchronized void bargeIn(double ms) {
        if (counting) {
            bargeInsMs.add(ms);
        }
    }

    synchronized void bargeInMissed() {
        missed += counting ? 1 : 0;
    }

    /// @param line what the caller was saying
    synchronized void cutOff(String line) {
        if (counting) {
            cutOffs.merge(line, 1, Integer::sum);
        }
    }

    synchronized void callFailed() {
        failed++;
    }

    synchronized List<Double> responsesMs() {
        return responsesMs.values().stream().flatMap(List::stream).toList();
    }

    /// By what the caller had said.
    synchronized Map<String, List<Double>> responsesByLineMs() {
        return Map.copyOf(responsesMs);
    }

    synchronized List<Double> bargeInsMs() {
        return List.copyOf(bargeInsMs);
    }

    synchronized int missed() {
        return missed;
    }

    synchronized int cutOffs() {
        return cutOffs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// By what the callers were saying; none for a line that was always heard out.
    synchronized Map<String, Integer> cutOffsByLine() {
        return Map.copyOf(cutOffs);
    }

    synchronized int failed() {
        return failed;
    }
}
