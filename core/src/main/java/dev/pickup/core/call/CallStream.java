package dev.pickup.core.call;

import java.util.Optional;

/// The media stream of a call: how many were asked for, and which is the present one.
///
/// @param number    0 before the first; grows with each start
/// @param tokenHash of the present stream, once its start was sent
/// @param wanted    false once the conversation is over: no further stream is started
public record CallStream(int number, Optional<String> tokenHash, boolean wanted) {
    /// No stream yet.
    public static CallStream none() {
        return new CallStream(0, Optional.empty(), true);
    }
}
