package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;

/// How a call that was followed ended.
public sealed interface CallEnd {
    /// It is finalized: the record is complete.
    ///
    /// @param record as the API wrote it
    record Finalized(JsonNode record) implements CallEnd {
        private static final String REJECTED = "rejected-";

        /// Whether an agent took the call and nothing broke.
        public boolean isGood() {
            String outcome = record.path("outcome").asText();
            return !outcome.equals("failed") && !outcome.startsWith(REJECTED);
        }
    }

    /// It ended, but was not finalized in the time that this takes at most.
    ///
    /// @param record as the API wrote it last
    record Unfinished(JsonNode record) implements CallEnd {}

    /// The product never took it: `reason` is a sentence.
    record Unanswered(String reason) implements CallEnd {}
}
