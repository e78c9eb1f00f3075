package dev.pickup.benchmarks.server;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.util.Optional;

/// Takes every command, and says of every leg that it is over: it is asked only once a socket has closed.
public final class ObedientCarrier implements Carrier {
    @Override
    public void answer(CallLeg leg, CommandId id) {}

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {}

    @Override
    public void stopStream(CallLeg leg, CommandId id) {}

    @Override
    public void hangUp(CallLeg leg, CommandId id) {}

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {}

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {}

    @Override
    public LegStatus status(CallLeg leg) {
        return new LegStatus.Ended(Optional.empty());
    }
}
