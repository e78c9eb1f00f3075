package dev.pickup.core.call;

import dev.pickup.core.carrier.HangupCause;
import dev.pickup.events.CallEvent;
import java.time.Instant;

/// What other parts are told of a call. An event's id is made of its call and its name: a call starts, is answered,
/// ends and is finalized once.
final class CallFacts {
    private CallFacts() {}

    static CallEvent started(Call call, Answering.ByAgent by) {
        return new CallEvent.CallStarted(
                id(call, "started"),
                call.account().value(),
                call.startedAt(),
                call.id().value(),
                by.agent().value(),
                by.version());
    }

    static CallEvent answered(Call call, Instant at) {
        return new CallEvent.CallAnswered(
                id(call, "answered"), call.account().value(), at, call.id().value());
    }

    static CallEvent ended(Call call, Instant at, HangupCause cause) {
        return new CallEvent.CallEnded(
                id(call, "ended"), call.account().value(), at, call.id().value(), cause.wireName());
    }

    static String id(Call call, String fact) {
        return call.id() + ":" + fact;
    }
}
