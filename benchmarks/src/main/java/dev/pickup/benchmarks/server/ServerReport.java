package dev.pickup.benchmarks.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.events.journal.JournalEntry.Latency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the server answers to each line on its standard input, as one line of JSON. What was not asked for is 0 or
/// empty.
///
/// @param port          where it listens
/// @param cpuNanos      used by the process since it began
/// @param liveHeapBytes after a collection
/// @param residentBytes of the whole process
/// @param threads       of the platform, now
/// @param mostThreads   of them at once, since it began
/// @param calls         held now
/// @param ledgers       of the agent's turns since the last report
/// @param counters      of the media task and its engines, since it began
public record ServerReport(
        int port,
        long cpuNanos,
        long liveHeapBytes,
        long residentBytes,
        int threads,
        int mostThreads,
        int calls,
        List<Latency> ledgers,
        Map<String, Long> counters) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ServerReport {
        ledgers = List.copyOf(ledgers);
        counters = Map.copyOf(counters);
    }

    /// What was used and counted after an earlier report.
    public ServerReport since(ServerReport earlier) {
        Map<String, Long> counted = new TreeMap<>();
        counters.forEach(
                (name, count) -> counted.put(name, count - earlier.counters().getOrDefault(name, 0L)));
        return new ServerReport(
                port,
                cpuNanos - earlier.cpuNanos(),
                liveHeapBytes,
                residentBytes,
                threads,
                mostThreads,
                calls,
                ledgers,
                counted);
    }

    /// What the engines' adapters met, by name; nothing of the media task itself, and nothing that was not met.
    public Map<String, Long> engineCounts() {
        Map<String, Long> engines = new TreeMap<>(counters);
        engines.keySet().removeIf(name -> !name.startsWith("transcribe-") && !name.startsWith("polly-"));
        engines.values().removeIf(count -> count == 0);
        return engines;
    }

    static ServerReport ready(int port) {
        return new ServerReport(port, 0, 0, 0, 0, 0, 0, List.of(), Map.of());
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report is plain values.", e);
        }
    }

    /// @throws IllegalStateException it is none
    public static ServerReport of(String json) {
        try {
            return JSON.readValue(json, ServerReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The server said something else than a report.", e);
        }
    }
}
