package dev.pickup.functions;

import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes every command and remembers it; answers for a leg's status what it is told to.
public final class FakeCarrier implements Carrier {
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<StreamToken> tokens = new CopyOnWriteArrayList<>();
    private volatile LegStatus status = new LegStatus.Alive();
    private volatile boolean down;
    private final AtomicInteger asked = new AtomicInteger();

    /// What was asked of it, in order, such as `answer`.
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /// Of the streams it was told to start.
    public List<StreamToken> tokens() {
        return List.copyOf(tokens);
    }

    /// How often it was asked for a leg's status.
    public int asked() {
        return asked.get();
    }

    public void says(LegStatus next) {
        status = next;
    }

    public void goDown(boolean value) {
        down = value;
    }

    @Override
    public void answer(CallLeg leg, CommandId id) {
        take("answer");
    }

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        take("start-stream");
        String path = request.url().getPath();
        tokens.add(new StreamToken(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Override
    public void stopStream(CallLeg leg, CommandId id) {
        take("stop-stream");
    }

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        take("hang-up");
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        take("speak");
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        take("transfer");
    }

    @Override
    public LegStatus status(CallLeg leg) {
        asked.incrementAndGet();
        if (down) {
            throw new CarrierUnavailableException("timeout", "");
        }
        return status;
    }

    private void take(String command) {
        if (down) {
            throw new CarrierUnavailableException("timeout", "");
        }
        commands.add(command);
    }
}
