package dev.pickup.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/// What happened to a call, as other parts see it.
public sealed interface CallEvent extends DomainEvent {
    /// The call it is about.
    String callId();

    /// The carrier offered the call and an agent takes it.
    record CallStarted(
            String eventId, String accountId, Instant occurredAt, String callId, String agentId, int agentVersion)
            implements CallEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "call.started";
        }
    }

    /// The carrier connected the caller.
    record CallAnswered(String eventId, String accountId, Instant occurredAt, String callId) implements CallEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "call.answered";
        }
    }

    /// The carrier said that the call is over. `hangupCause` is ours: `completed`, `no-answer`, `busy`, ...
    record CallEnded(String eventId, String accountId, Instant occurredAt, String callId, String hangupCause)
            implements CallEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "call.ended";
        }
    }

    /// The call was charged and its transcript closed: exactly once per call. `transcript` is `complete` or `partial`.
    record CallFinalized(
            String eventId,
            String accountId,
            Instant occurredAt,
            String callId,
            String outcome,
            String transcript,
            UsageRecorded usage)
            implements CallEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "call.finalized";
        }
    }

    /// What the call cost, embedded in [CallFinalized]. `month` is `YYYY-MM` in UTC, money is micro-units of
    /// `currency`.
    record UsageRecorded(
            String usageRecordId,
            String month,
            String agentId,
            String number,
            long billedSeconds,
            long totalMicros,
            String currency,
            List<Part> parts) {
        public UsageRecorded {
            parts = List.copyOf(parts);
        }

        /// One line of the bill: `units` of `unit` (seconds, characters, tokens) of `part` cost `micros`.
        public record Part(String part, long units, String unit, long micros) {}
    }
}
