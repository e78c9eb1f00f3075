package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;
import java.util.function.Function;

/// Gives each command by whoever looks after the leg: a call in a customer's own carrier account is
/// commanded with that customer's key. Any thread.
///
/// @param of by leg; may fault as [Carrier] does
public record CarrierByLeg(Function<CallLeg, Carrier> of) implements Carrier {
    @Override
    public void answer(CallLeg leg, CommandId id) {
        of.apply(leg).answer(leg, id);
    }

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        of.apply(leg).startStream(leg, request, id);
    }

    @Override
    public void stopStream(CallLeg leg, CommandId id) {
        of.apply(leg).stopStream(leg, id);
    }

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        of.apply(leg).hangUp(leg, id);
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        of.apply(leg).speak(leg, sentence, language, id);
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        of.apply(leg).transfer(leg, to, id);
    }

    @Override
    public LegStatus status(CallLeg leg) {
        return of.apply(leg).status(leg);
    }
}
