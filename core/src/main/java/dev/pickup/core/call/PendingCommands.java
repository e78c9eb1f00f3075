package dev.pickup.core.call;

import dev.pickup.core.carrier.CarrierCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Commands that a call decided on and the carrier has not taken yet; written with the decision by [CallStore#save].
/// Blocking; any thread. Faults as [CallStore].
public interface PendingCommands {
    /// What waits, in the order in which it was decided.
    List<Pending> of(CallId call);

    /// The carrier took it, or never will. Repeat: harmless.
    void done(Pending command);

    /// Takes a [CarrierCommand.StartStream] for the caller alone, for [#SENDING], and makes `token` open that stream
    /// until its life ends. Writes the token's hash only.
    ///
    /// @param authToken the second secret, which the carrier sends in a header; compared by the media task
    Opening open(Pending command, StreamToken token, String authToken, Instant now);

    /// The carrier was not reached with what `open` took: the next may try at once. Repeat: harmless.
    void release(Pending command);

    /// Longer than a command is worked on at the carrier client's limits: after that whoever took it has died. Chosen.
    Duration SENDING = Duration.ofSeconds(15);

    /// What became of taking a stream's start.
    enum Opening {
        /// It is the caller's to send.
        OPENED,
        /// The call is over, or another stream is the present one by now: do not start it.
        NOT_WANTED,
        /// Somebody else sends it, or has sent it.
        IN_OTHER_HANDS
    }

    /// @param key of this command within its call; opaque
    record Pending(CallId call, String key, CarrierCommand command) {}
}
