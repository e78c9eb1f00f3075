package dev.pickup.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/// What all callers of a run found. Any thread. Nothing but failures counts before [#begin] and after [#end].
final class Tally {
    private final List<Double> responsesMs = new ArrayList<>();
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

    synchronized void response(double ms) {
        if (counting) {
            responsesMs.add(ms);
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
        return List.copyOf(responsesMs);
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
