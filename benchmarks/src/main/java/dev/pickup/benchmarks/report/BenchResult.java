package dev.pickup.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// One run. All of it was measured while every call was up and the JVM was warm; times of callers are from the audio on
/// the wire, taken in another process than the one that is measured.
///
/// @param calls            at once
/// @param seconds          that were measured
/// @param cores            of this machine, which load and server share
/// @param turns            that callers got an answer to
/// @param responseMs       the caller's last speech sample sent → the agent's first audible sample received
/// @param responseByLineMs the same by what the caller had said
/// @param ownMs            our share of that: without the wait for the end of the turn and without the engines; from
///                         the server's latency ledger
/// @param stagesP50Ms      where the rest goes: the ledger's medians
/// @param ledgerGapMs      median of what callers measured minus median of what the ledger says of the same: what the
/// ledger cannot see, mostly speech that ends later or earlier than voice activity notices
/// @param bargeIns         interruptions that were answered by a `clear`
/// @param bargeInMs        the interruption's first speech sample sent → `clear` received
/// @param bargeInsMissed   interruptions that were over before a `clear` came
/// @param cutOffs          turns in which the agent spoke before the caller had finished
/// @param cutOffsByLine    the same by what the caller was saying
/// @param framesSent       by the agent
/// @param lateFrames       of these: came more than 20 ms after the caller's ear had nothing left to hear of a clause
/// @param framesDropped    of callers, because a call's loop was too slow
/// @param cpuPerCallPercent of one core
/// @param heapPerCallBytes live heap with all calls up, minus without any, per call
/// @param rssPerCallBytes  the same of physical memory
/// @param loadCpuPercent   of one core, used by the load generator
/// @param servicesCpuPercent of one core, used by simulated services in a process of their own
/// @param threads          of the server's platform, at the end
/// @param mostThreads      of them at once
/// @param failedCalls      refused, broken off by us, or left without an answer for 10 s
/// @param engines          `simulated` or `aws`
/// @param without          features that were switched off
/// @param engineLatency    name or file
/// @param engineCounts     what adapters met meanwhile
public record BenchResult(
        int calls,
        int seconds,
        int cores,
        int turns,
        Percentiles responseMs,
        Map<String, Percentiles> responseByLineMs,
        Percentiles ownMs,
        Map<String, Double> stagesP50Ms,
        double ledgerGapMs,
        int bargeIns,
        Percentiles bargeInMs,
        int bargeInsMissed,
        int cutOffs,
        Map<String, Integer> cutOffsByLine,
        long framesSent,
        long lateFrames,
        long framesDropped,
        double cpuPerCallPercent,
        long heapPerCallBytes,
        long rssPerCallBytes,
        double loadCpuPercent,
        double servicesCpuPercent,
        int threads,
        int mostThreads,
        int failedCalls,
        String carrier,
        String engines,
        String without,
        String engineLatency,
        Map<String, Long> engineCounts) {
    public BenchResult {
        responseByLineMs = new LinkedHashMap<>(responseByLineMs);
        cutOffsByLine = new LinkedHashMap<>(cutOffsByLine);
        stagesP50Ms = new LinkedHashMap<>(stagesP50Ms);
        engineCounts = new TreeMap<>(engineCounts);
    }

    /// One object, for `--json`.
    public String toJson() {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result is plain values.", e);
        }
    }
}
