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
    private int cutOffs;
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

    synchronized void cutOff() {
        cutOffs += counting ? 1 : 0;
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
        return cutOffs;
    }

    synchronized int failed() {
        return failed;
    }
}
