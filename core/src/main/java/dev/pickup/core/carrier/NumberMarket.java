package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// Where numbers are bought, on one carrier account.
///
/// Shape: prices and what is to be had are the carrier's at this moment; nothing is kept. An order is for one number
/// and is asynchronous: it is accepted first and decided later, which [#order] tells.
/// Repeat: harmless, but for [#place].
/// Ends: returns; [CarrierUnavailableException] (no answer within the client's limit, 429 or 5xx after a bounded
/// number of repeats: outcome unknown, repeat later); [CarrierRejectedException] (refused for good). Both carry the
/// carrier's code and request id, never a body.
/// Threads: blocking; any thread, any number at once.
/// Source: Telnyx "Number search", "Number orders", "Country coverage"; OpenAPI `team-telnyx/openapi` `spec3.yml`
/// (2026).
public interface NumberMarket {
    /// Countries that numbers can be had in, by name.
    List<NumberCountry> countries();

    /// Numbers that can be bought now, best match first.
    List<AvailableNumber> search(NumberSearch search);

    /// Exactly this number, if it can be bought now, and what papers it needs. Also makes it orderable: carriers
    /// refuse numbers that no recent search has shown.
    Optional<AvailableNumber> offer(PhoneNumber number);

    /// Orders the number. **Never repeated here, and not to be repeated** before [#placed] was asked: the carrier
    /// knows no idempotency key, only our reference. After [CarrierUnavailableException] it may have been placed.
    ///
    /// @param reference our name of the order, unique for ever, at most 255 characters
    /// @return `Refused` when the carrier says no, with why
    PlaceOutcome place(PhoneNumber number, String reference);

    /// All orders of this reference, whatever became of them. Empty when none was placed.
    List<CarrierOrder> placed(String reference);

    /// One order as it is now; empty when the carrier does not know it.
    Optional<CarrierOrder> order(String orderId);

    /// Ends an order that is not decided yet, so that it cannot become a number later. Says nothing of the outcome:
    /// ask [#order]. Repeat: harmless.
    void cancel(String orderId);

    /// What became of an attempt to order.
    sealed interface PlaceOutcome {
        record Placed(CarrierOrder order) implements PlaceOutcome {}

        /// Nothing was ordered by **this** attempt.
        record Refused(Why why, String code, String requestId) implements PlaceOutcome {}
    }

    /// Why a carrier does not sell a number.
    enum Why {
        /// Somebody else was first.
        TAKEN,
        /// Our account has no funds.
        NO_FUNDS,
        /// The number's country wants an address or documents.
        NEEDS_DOCUMENTS,
        /// Our account may not have (more of) such numbers.
        ACCOUNT_LIMIT,
        /// Anything else; see the code.
        OTHER
    }
}
