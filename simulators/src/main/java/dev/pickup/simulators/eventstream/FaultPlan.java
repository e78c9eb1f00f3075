package dev.pickup.simulators.eventstream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Which stream meets which fault, and when. Any thread.
///
/// @param <F> the faults that the service knows
public final class FaultPlan<F> {
    private final Queue<Optional<Planned<F>>> planned = new ArrayDeque<>();

    /// @param afterAudio how much audio the stream has carried by then
    public record Planned<F>(F fault, Duration afterAudio) {}

    /// The next `count` streams that open meet it, each after so much audio.
    public synchronized void next(int count, F fault, Duration afterAudio) {
        for (int i = 0; i < count; i++) {
            planned.add(Optional.of(new Planned<>(fault, afterAudio)));
        }
    }

    /// The next `count` streams after those are spared.
    public synchronized void spare(int count) {
        for (int i = 0; i < count; i++) {
            planned.add(Optional.empty());
        }
    }

    /// What the stream that opens now will meet.
    public synchronized Optional<Planned<F>> take() {
        return planned.isEmpty() ? Optional.empty() : planned.remove();
    }
}
