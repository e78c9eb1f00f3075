package dev.pickup.core.call;

import dev.pickup.core.carrier.CarrierCommand;
import java.time.Instant;
import java.util.List;

/// Commands that a call decided on and the carrier has not taken yet; written with the decision by
/// [CallStore#save].
/// Blocking; any thread. Faults as [CallStore].
public interface PendingCommands {
    /// What waits, in the order in which it was decided.
    List<Pending> of(CallId call);

    /// The carrier took it, or never will. Repeat: harmless.
    void done(Pending command);

    /// Makes `token` open the call's `number`-th stream, until its life ends. Writes its hash only.
    ///
    /// @param authToken the second secret, which the carrier sends in a header; compared by the media task
    /// @return false: the call is over, or another stream is the present one by now: do not start it
    boolean open(CallId call, int number, StreamToken token, String authToken, Instant now);

    /// @param key of this command within its call; opaque
    record Pending(CallId call, String key, CarrierCommand command) {}
}
