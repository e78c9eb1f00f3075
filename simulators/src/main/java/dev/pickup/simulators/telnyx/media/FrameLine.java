package dev.pickup.simulators.telnyx.media;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// What a network does to media frames between the pacer and the socket: delays, swaps, loses or holds them back.
/// Owned by the exchange's loop. The same seed does the same.
final class FrameLine {
    private final ExchangeLoop loop;
    private final Consumer<String> wire;
    private final Random random;
    private final double lost;
    private final double reordered;
    private final long jitterMs;
    private final Fault.FramesStalled stall;
    private final List<String> stalled = new ArrayList<>();
    private final List<String> swapped = new ArrayList<>();

    FrameLine(ExchangeLoop loop, FaultScript faults, long seed, Consumer<String> wire) {
        this.loop = loop;
        this.wire = wire;
        random = new Random(seed);
        lost = faults.find(Fault.FramesLost.class).map(Fault.FramesLost::share).orElse(0.0);
        reordered = faults.find(Fault.FramesReordered.class)
                .map(Fault.FramesReordered::share)
                .orElse(0.0);
        jitterMs = faults.find(Fault.FrameJitter.class)
                .map(Fault.FrameJitter::maxMs)
                .orElse(0L);
        stall = faults.find(Fault.FramesStalled.class).orElse(new Fault.FramesStalled(0, 0));
    }

    /// @param atMs since the stream's start
    void send(String frame, long atMs) {
        if (random.nextDouble() < lost) {
            return;
        }
        if (atMs >= stall.atMs() && atMs < stall.atMs() + stall.forMs()) {
            stalled.add(frame);
            return;
        }
        stalled.forEach(wire);
        stalled.clear();
        if (swapped.isEmpty() && random.nextDouble() < reordered) {
            swapped.add(frame);
            return;
        }
        delayed(frame);
        swapped.forEach(this::delayed);
        swapped.clear();
    }

    private void delayed(String frame) {
        if (jitterMs == 0) {
            wire.accept(frame);
        } else {
            loop.after(Duration.ofNanos((long) (random.nextDouble() * jitterMs * 1e6)), () -> wire.accept(frame));
        }
    }
}
