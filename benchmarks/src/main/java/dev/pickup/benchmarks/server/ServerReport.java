package dev.pickup.benchmarks.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.events.journal.JournalEntry.Latency;
import java.util.List;
import java.util.Map;

/// What the server answers to each line on its standard input, as one line of JSON. What was not asked for is 0 or
/// empty.
///
/// @param port          where it listens
/// @param cpuNanos      used by the process since it began
/// @param liveHeapBytes after a collection
/// @param residentBytes of the whole process
/// @param calls         held now
/// @param ledgers       of the agent's turns since the last report
/// @param counters      of the media task, since it began
public record ServerReport(
        int port,
        long cpuNanos,
        long liveHeapBytes,
        long residentBytes,
        int calls,
        List<Latency> ledgers,
        Map<String, Long> counters) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ServerReport {
        ledgers = List.copyOf(ledgers);
        counters = Map.copyOf(counters);
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
