package dev.pickup.local.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// What `GET /api/calls/{id}` says of a call: what there is so far while it lives. Times are milliseconds since the
/// answer.
@JsonIgnoreProperties(ignoreUnknown = true)
record CallDocument(
        String callId,
        String status,
        Optional<String> outcome,
        Optional<String> from,
        Optional<String> to,
        Optional<Long> durationMs,
        Optional<List<Turn>> turns,
        Optional<List<Tool>> tools,
        Optional<Cost> cost,
        Optional<String> usageRecordId,
        Optional<String> recording,
        Optional<String> transcript) {
    private static final String FINALIZED = "FINALIZED";
    private static final String ENDED = "ENDED";

    boolean isFinalized() {
        return status.equals(FINALIZED);
    }

    boolean isOver() {
        return isFinalized() || status.equals(ENDED);
    }

    List<Turn> allTurns() {
        return turns.orElse(List.of());
    }

    List<Tool> allTools() {
        return tools.orElse(List.of());
    }

    /// One side's time on the floor.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Turn(
            String role,
            String text,
            Optional<String> unheard,
            Optional<Long> startMs,
            Optional<Long> endMs,
            Optional<Latency> latencyMs) {
        boolean isAgent() {
            return role.equals("agent");
        }
    }

    /// Where the time before an agent's turn went, in milliseconds.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Latency(
            Optional<Double> endpoint,
            Optional<Double> transcript,
            Optional<Double> firstToken,
            Optional<Double> firstClause,
            Optional<Double> firstAudio,
            Optional<Double> headStart,
            Optional<Double> response,
            Optional<Double> own) {}

    /// Something the agent did.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tool(
            String name,
            Optional<JsonNode> arguments,
            Optional<String> outcome,
            Optional<Long> startMs,
            Optional<Long> durationMs) {}

    /// What it cost, in millionths of the currency.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cost(
            long totalMicros,
            String currency,
            Optional<Long> perMinuteMicros,
            List<Part> parts,
            Optional<String> rateCard) {}

    /// One line of the bill.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Part(String part, Optional<String> provider, double units, String unit, long micros) {}
}
