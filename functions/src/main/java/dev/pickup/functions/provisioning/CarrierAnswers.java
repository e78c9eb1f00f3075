package dev.pickup.functions.provisioning;

import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.function.Supplier;

/// What somebody who looks for numbers is told when the carrier does not help.
final class CarrierAnswers {
    private CarrierAnswers() {}

    static <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (CarrierUnavailableException _) {
            throw new ProblemException(
                    503, "carrier-unavailable", "The carrier does not answer; try again in a moment.");
        } catch (CarrierRejectedException e) {
            throw new ProblemException(
                    502,
                    "carrier-refused",
                    "The carrier refused the search (code " + e.code() + "); the operator has to look at its account.");
        }
    }
}
