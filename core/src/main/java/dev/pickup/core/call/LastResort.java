package dev.pickup.core.call;

import dev.pickup.core.carrier.CarrierCommand.Speak;
import dev.pickup.core.carrier.CarrierCommand.Transfer;

/// When no agent can talk with the caller: the fallback number, else a sentence and the end of the call. Never
/// silence.
final class LastResort {
    // Texts are English for now: a refused call has no agent whose language would be known.
    private static final String LANGUAGE = "en-US";
    private static final String TROUBLE =
            "We are sorry, we cannot continue this call because of a technical problem. Please call again.";

    private LastResort() {}

    /// The next thing not tried yet.
    static Decision take(Decision decision) {
        Call call = decision.call();
        boolean tried = call.commands().contains(Transfer.NAME);
        if (tried || call.answering().fallback().isEmpty()) {
            return apologize(decision);
        }
        decision.become(call.with(call.stream().unwanted())).advance(CallState.TRANSFERRING);
        return decision.give(new Transfer(call.answering().fallback().orElseThrow()));
    }

    /// Says the sentence; when it was said, the call ends.
    static Decision apologize(Decision decision) {
        Call call = decision.call();
        decision.become(call.with(call.stream().unwanted()));
        if (call.state() == CallState.TRANSFERRING) {
            decision.advance(CallState.IN_PROGRESS);
        }
        return decision.give(new Speak(sentence(call.answering()), LANGUAGE));
    }

    private static String sentence(Answering answering) {
        return switch (answering) {
            case Answering.Refused refused -> refused.refusal().sentence();
            case Answering.ByAgent _ -> TROUBLE;
        };
    }
}
