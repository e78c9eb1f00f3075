package dev.pickup.core.call;

import java.time.Instant;
import java.util.Optional;

/// Which media task holds a call.
///
/// @param epoch       0 before the first claim; grows by one with each; whoever has a smaller one must stop
/// @param task        the holder
/// @param heartbeatAt when it last said so
public record Ownership(int epoch, Optional<TaskId> task, Optional<Instant> heartbeatAt) {
    /// Nobody held it yet.
    public static Ownership none() {
        return new Ownership(0, Optional.empty(), Optional.empty());
    }
}
