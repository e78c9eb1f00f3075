package dev.pickup.benchmarks.audio;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.util.function.Supplier;

/// A carrier that is known once it is needed: the exchange starts after the media task that it calls.
record LateCarrier(Supplier<Carrier> carrier) implements Carrier {
    @Override
    public void answer(CallLeg leg, CommandId id) {
        carrier.get().answer(leg, id);
    }

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        carrier.get().startStream(leg, request, id);
    }

    @Override
    public void stopStream(CallLeg leg, CommandId id) {
        carrier.get().stopStream(leg, id);
    }

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        carrier.get().hangUp(leg, id);
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        carrier.get().speak(leg, sentence, language, id);
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        carrier.get().transfer(leg, to, id);
    }

    @Override
    public LegStatus status(CallLeg leg) {
        return carrier.get().status(leg);
    }
}
