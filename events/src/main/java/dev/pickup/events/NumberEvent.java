package dev.pickup.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/// What happened to a phone number of an account. `number` is E.164: it is the account's own, not a caller's.
public sealed interface NumberEvent extends DomainEvent {
    /// The number it is about.
    String number();

    /// The number now drives this agent.
    record NumberAttached(String eventId, String accountId, Instant occurredAt, String number, String agentId)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.attached";
        }
    }

    /// The number drives no agent any more.
    record NumberDetached(String eventId, String accountId, Instant occurredAt, String number) implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.detached";
        }
    }
}
