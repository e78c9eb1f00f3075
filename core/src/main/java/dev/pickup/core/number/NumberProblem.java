package dev.pickup.core.number;

import java.util.Locale;

/// Why a number is not (yet) what it should be, as a person is told.
///
/// @param carrierCode the carrier's own code, for its support; empty when it has none
public record NumberProblem(Code code, String carrierCode) {
    /// What is the matter.
    public enum Code {
        NUMBER_TAKEN("Someone else bought this number just now; search again and choose another."),
        DOCUMENTS_REQUIRED(
                "Numbers of this country need an address or documents on file at the carrier; file them there,"
                        + " or choose a number of another country."),
        CARRIER_BALANCE_LOW("The carrier account's balance is too low for this number; top it up and buy again."),
        CARRIER_ACCOUNT_LIMIT(
                "The carrier account may not have more such numbers; ask the carrier to raise its limit."),
        CARRIER_REFUSED("The carrier refused; its code says why."),
        CARRIER_UNAVAILABLE("The carrier does not answer."),
        NUMBER_LOCKED("The number is locked against deletion at the carrier; unlock it there and release it again."),
        LATE_ORDER_RETURNED(
                "The carrier carried the order out long after it was given up; the number was given back to it."
                        + " Search again if you still want one."),
        AGENT_GONE("The number is ready, but its agent was deleted meanwhile; attach another one.");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        /// Stable, as the API writes it: `number-taken`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// One sentence that says what to do.
        public String sentence() {
            return sentence;
        }
    }

    public static NumberProblem of(Code code) {
        return new NumberProblem(code, "");
    }
}
