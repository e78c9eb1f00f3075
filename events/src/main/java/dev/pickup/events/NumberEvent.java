package dev.pickup.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

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

    /// The number, which stays in the customer's carrier account, now points at us.
    ///
    /// @param carrier `TELNYX` or `TWILIO`
    record NumberImported(String eventId, String accountId, Instant occurredAt, String number, String carrier)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.imported";
        }
    }

    /// The imported number points again where it pointed before, and is not ours any more.
    record NumberRolledBack(String eventId, String accountId, Instant occurredAt, String number)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.rolled-back";
        }
    }

    /// Somebody changed an imported number at the carrier, or changed it back.
    ///
    /// @param fields of its routing that are not as we left them; empty when all of them are again
    record NumberDrifted(String eventId, String accountId, Instant occurredAt, String number, List<String> fields)
            implements NumberEvent {
        public NumberDrifted {
            fields = List.copyOf(fields);
        }

        @Override
        @JsonIgnore
        public String name() {
            return "number.drifted";
        }
    }

    /// The number is the account's. It is made ready next; `orderId` names its life.
    record NumberPurchased(String eventId, String accountId, Instant occurredAt, String number, String orderId)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.purchased";
        }
    }

    /// The number was not bought, and will not be. `reason` is stable: `number-taken`, `documents-required`, ...
    record NumberFailed(
            String eventId, String accountId, Instant occurredAt, String number, String orderId, String reason)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.failed";
        }
    }

    /// The number was given back.
    record NumberReleased(String eventId, String accountId, Instant occurredAt, String number, String orderId)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.released";
        }
    }

    /// A number that was not bought, as `number.failed` told, came out at the carrier late all the same, and was given
    /// back to it. The account never had it and is not charged.
    record NumberReturned(String eventId, String accountId, Instant occurredAt, String number, String orderId)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.returned";
        }
    }

    /// The number was charged for one month, exactly once. `month` is `YYYY-MM` in UTC, money is micro-units of
    /// `currency`.
    record NumberCharged(
            String eventId,
            String accountId,
            Instant occurredAt,
            String number,
            String orderId,
            String usageRecordId,
            String month,
            long totalMicros,
            String currency)
            implements NumberEvent {
        @Override
        @JsonIgnore
        public String name() {
            return "number.charged";
        }
    }
}
