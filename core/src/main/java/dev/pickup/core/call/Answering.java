package dev.pickup.core.call;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.util.Optional;

/// Who takes a call: decided when it rings, never changed.
public sealed interface Answering {
    /// Where the caller goes when nobody here can help; empty when there is no such place.
    Optional<PhoneNumber> fallback();

    /// An agent, on the version that was newest when it rang.
    ///
    /// @param fallback    where the caller goes when nothing else works
    /// @param maxDuration longest call, from the version's settings
    record ByAgent(AgentId agent, int version, Optional<PhoneNumber> fallback, Duration maxDuration)
            implements Answering {}

    /// Nobody: the caller is put through to the fallback number, or hears a sentence.
    record Refused(Refusal refusal, Optional<PhoneNumber> fallback) implements Answering {}

    /// Why nobody takes it.
    enum Refusal {
        UNKNOWN_NUMBER(CallOutcome.REJECTED_UNKNOWN_NUMBER, "This number is not in service. Goodbye."),
        NO_AGENT(CallOutcome.REJECTED_NO_AGENT, "Sorry, nobody can take your call right now. Please call again later."),
        BUSY(CallOutcome.REJECTED_BUSY, "All lines are busy right now. Please call again in a few minutes.");

        private final CallOutcome outcome;
        private final String sentence;

        Refusal(CallOutcome outcome, String sentence) {
            this.outcome = outcome;
            this.sentence = sentence;
        }

        /// The call's outcome.
        public CallOutcome outcome() {
            return outcome;
        }

        /// What the caller hears.
        public String sentence() {
            return sentence;
        }
    }
}
