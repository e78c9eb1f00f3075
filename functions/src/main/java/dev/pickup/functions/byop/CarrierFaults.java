package dev.pickup.functions.byop;

import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.credential.Vault.VaultUnavailableException;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.function.Supplier;

/// Faults of a customer's carrier, as problems of a request.
final class CarrierFaults {
    private CarrierFaults() {}

    static <T> T told(Supplier<T> request) {
        try {
            return request.get();
        } catch (CarrierUnavailableException e) {
            throw new ProblemException(
                    503,
                    "carrier-unavailable",
                    "The carrier did not answer (" + e.code() + "); try again in a minute.");
        } catch (CarrierRejectedException e) {
            throw new ProblemException(
                    422,
                    "carrier-rejected",
                    "The carrier refused (" + e.code() + "); test the credentials to see what is missing.");
        } catch (VaultUnavailableException _) {
            throw new ProblemException(503, "vault-unavailable", "The key service is busy; try again in a moment.");
        }
    }
}
