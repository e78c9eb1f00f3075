package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallerScript;
import java.time.Duration;

/// Somebody with a telephone that the exchange can be asked to dial, as a fallback number is.
///
/// @param number E.164
/// @param manner what happens when it is dialled
public record OutsideParty(String number, Manner manner) {
    /// What a telephone does when it is dialled.
    public sealed interface Manner {
        /// It rings for `after`; then somebody answers and does what `script` says.
        record Answers(Duration after, CallerScript script) implements Manner {}

        /// It is engaged.
        record Busy() implements Manner {}

        /// Somebody presses the red button.
        record Rejects(Duration after) implements Manner {}

        /// It rings and nobody comes.
        record NeverAnswers() implements Manner {}

        /// The number does not exist.
        record Unallocated() implements Manner {}
    }
}
