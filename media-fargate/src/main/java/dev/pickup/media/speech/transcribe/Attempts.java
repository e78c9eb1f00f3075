package dev.pickup.media.speech.transcribe;

import dev.pickup.media.speech.aws.ServiceFault;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether and when a leg's next stream is opened. Pure but for its random source. Not thread-safe.
final class Attempts {
    /// A stream that lived so long was a good one. Chosen.
    private static final long HEALTHY_MS = 10_000;

    private static final long FIRST_PAUSE_MS = 150;
    private static final long THROTTLED_PAUSE_MS = 300;

    private final int most;
    private final RandomGenerator random;
    private int failed;
    private boolean accepted;
    private long openedMs;

    Attempts(int most, RandomGenerator random) {
        this.most = most;
        this.random = random;
    }

    void opened(long nowMs) {
        openedMs = nowMs;
        accepted = false;
    }

    void accepted() {
        accepted = true;
    }

    /// Whether the current stream was accepted by the service.
    boolean isAccepted() {
        return accepted;
    }

    /// The pause before the next stream, in ms; empty when it is no use. The first replacement comes at once;
    /// later ones after pauses that double, with jitter, so that the legs of a task do not come back in step.
    Optional<Long> pauseAfter(ServiceFault fault, long nowMs) {
        if (accepted && nowMs - openedMs >= HEALTHY_MS) {
            failed = 0;
        }
        failed++;
        boolean hopeless = fault.kind() == ServiceFault.Kind.REFUSED && !accepted;
        if (hopeless || failed > most) {
            return Optional.empty();
        }
        long first = fault.kind() == ServiceFault.Kind.THROTTLED ? THROTTLED_PAUSE_MS : FIRST_PAUSE_MS;
        boolean atOnce = failed == 1 && fault.kind() != ServiceFault.Kind.THROTTLED;
        long pause = first << Math.min(failed - 1, 4);
        return Optional.of(atOnce ? 0 : pause / 2 + random.nextLong(pause));
    }
}
