package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.call.CallId;
import dev.pickup.core.number.Did.CarrierName;
import java.util.Optional;

/// A call as the exchange reports it: what the caller's end knows.
///
/// @param call   the product's name of it; empty until the carrier has given the caller's leg an id
/// @param isOver whether the caller's leg has ended
/// @param cause  why it ended, in the carrier's words; empty while it goes on
/// @param notes  what did not go by the script
record CallersSide(Optional<CallId> call, String to, boolean isOver, Optional<String> cause, String notes) {
    /// @param carrier whose exchange reports
    static CallersSide of(CarrierName carrier, JsonNode report) {
        Optional<CallId> call = text(report, "callLegId").map(leg -> CallId.of(carrier, leg));
        boolean isOver = report.path("state").asText().equals("ended");
        StringBuilder notes = new StringBuilder();
        report.path("notes").forEach(note -> notes.append(' ').append(note.asText()));
        return new CallersSide(
                call,
                report.path("to").asText(),
                isOver,
                text(report.path("hangUp"), "cause"),
                notes.toString().strip());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /// No number in logs.
    @Override
    public String toString() {
        return "CallersSide[" + call + ", over " + isOver + "]";
    }
}
