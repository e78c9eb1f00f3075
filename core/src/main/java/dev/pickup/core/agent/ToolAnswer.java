package dev.pickup.core.agent;

import java.util.Locale;
import java.util.Map;

/// What came of a tool.
///
/// @param result what the model may see: texts, numbers, flags, lists and maps of these
public record ToolAnswer(Outcome outcome, Map<String, Object> result) {
    public ToolAnswer {
        result = Map.copyOf(result);
    }

    /// How it ended.
    public enum Outcome {
        /// It did what it was asked to.
        OK,
        /// It did not, for a reason that the caller can be told.
        REFUSED;

        /// As the journal writes it: `ok`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
