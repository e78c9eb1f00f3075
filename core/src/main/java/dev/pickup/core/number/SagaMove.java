package dev.pickup.core.number;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.ManagedNumbers.ReleaseOutcome;
import dev.pickup.core.carrier.NumberMarket.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be done with an order now.
sealed interface SagaMove {
    /// Nothing, ever.
    record Rest() implements SagaMove {}

    /// Nothing before then.
    record Wait(Instant until) implements SagaMove {}

    /// Only a change of our own; write it.
    record Turn(NumberOrder next) implements SagaMove {}

    /// Write `intent` first; only if that went well, order. Whoever finds the intent later must not order, but look.
    record Send(NumberOrder intent, Question.Place question) implements SagaMove {}

    /// Ask, then write what [NumberSaga#after] makes of the answer.
    record Ask(Question question) implements SagaMove {}

    /// What is asked of the carrier, or of our own stores.
    sealed interface Question {
        record Offer(PhoneNumber number) implements Question {}

        record Place(PhoneNumber number, String reference) implements Question {}

        record Placed(String reference) implements Question {}

        record Order(String orderId) implements Question {}

        record Cancel(String orderId) implements Question {}

        record Locate(PhoneNumber number) implements Question {}

        record Voice(String numberId) implements Question {}

        record Messages(String numberId) implements Question {}

        record Attach(PhoneNumber number, AgentId agent) implements Question {}

        record Release(String numberId) implements Question {}

        /// Release it, unless somebody of ours has the number by now.
        record GiveBack(PhoneNumber number, String numberId) implements Question {}
    }

    /// What came of it.
    sealed interface Reply {
        record Offered(Optional<AvailableNumber> number) implements Reply {}

        record Accepted(CarrierOrder order) implements Reply {}

        /// The carrier says no, to an order or to anything else.
        record Refused(Why why, String code, String requestId) implements Reply {}

        /// @param isOver the carrier did answer, if only that it cannot: it is not still working on the request
        record Unavailable(boolean isOver, String code, String requestId) implements Reply {}

        record Found(List<CarrierOrder> orders) implements Reply {}

        record Located(Optional<String> numberId) implements Reply {}

        record Done() implements Reply {}

        record AgentGone() implements Reply {}

        record Released(ReleaseOutcome outcome) implements Reply {}

        /// Somebody of ours has the number.
        ///
        /// @param isDecided they have it at the carrier too, and do not only want it
        record Wanted(boolean isDecided) implements Reply {}
    }
}
