package dev.pickup.core.call;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The media stream of a call: how many were asked for, and which is the present one.
///
/// @param number      0 before the first; grows with each start
/// @param requestedAt when the present one was decided on
/// @param tokenHashes of the present one: one for each time its start was sent, as a rule one
/// @param wanted      false once the conversation is over: no further stream is started
public record CallStream(int number, Optional<Instant> requestedAt, Set<String> tokenHashes, boolean wanted) {
    public CallStream {
        tokenHashes = Set.copyOf(tokenHashes);
    }

    /// No stream yet.
    public static CallStream none() {
        return new CallStream(0, Optional.empty(), Set.of(), true);
    }

    /// The next one was decided on; its token is yet to be made.
    CallStream next(Instant at) {
        return new CallStream(number + 1, Optional.of(at), Set.of(), wanted);
    }

    /// No further one.
    CallStream unwanted() {
        return new CallStream(number, requestedAt, tokenHashes, false);
    }

    /// Whether the stream whose URL ended with `path` is the present one.
    boolean isPresent(String path) {
        return StreamToken.isToken(path) && tokenHashes.contains(new StreamToken(path).hash());
    }
}
