package dev.pickup.simulators.twilio.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that goes wrong in a call.
public sealed interface CallFault {
    /// Each webhook is sent twice with the same `I-Twilio-Idempotency-Token`; the second answer counts for nothing.
    record WebhookTwice() implements CallFault {}

    /// Webhooks are signed with a token that is not the account's.
    record WebhookWrongToken() implements CallFault {}

    /// A parameter is changed after signing.
    record WebhookAltered() implements CallFault {}

    /// The first answer to the first webhook is lost: it is asked for again, with the same idempotency token.
    record FirstAnswerLost() implements CallFault {}

    /// The first media socket breaks without a close frame, this long after `start`.
    record StreamDrops(Duration after) implements CallFault {}

    /// The first of this kind.
    static <F extends CallFault> Optional<F> find(List<CallFault> faults, Class<F> kind) {
        Stream<CallFault> all = faults.stream();
        return all.filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
