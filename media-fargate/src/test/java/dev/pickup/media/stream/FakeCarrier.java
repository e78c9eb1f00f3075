package dev.pickup.media.stream;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it was told; legs are alive until they are hung up.
final class FakeCarrier implements Carrier {
    final List<String> commands = new CopyOnWriteArrayList<>();
    final Set<String> over = ConcurrentHashMap.newKeySet();

    @Override
    public void answer(CallLeg leg, CommandId id) {
        commands.add("answer");
    }

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        commands.add("start-stream");
    }

    @Override
    public void stopStream(CallLeg leg, CommandId id) {
        commands.add("stop-stream " + leg.legId());
    }

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        commands.add("hang-up " + leg.legId());
        over.add(leg.controlId());
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        commands.add("speak");
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        commands.add("transfer " + leg.legId());
    }

    @Override
    public LegStatus status(CallLeg leg) {
        return over.contains(leg.controlId()) ? new LegStatus.Ended(Optional.empty()) : new LegStatus.Alive();
    }
}
