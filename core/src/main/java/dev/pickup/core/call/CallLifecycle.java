package dev.pickup.core.call;

import static dev.pickup.core.call.CallState.ANSWERED;
import static dev.pickup.core.call.CallState.ENDED;
import static dev.pickup.core.call.CallState.FINALIZED;
import static dev.pickup.core.call.CallState.IN_PROGRESS;
import static dev.pickup.core.call.CallState.RINGING;
import static dev.pickup.core.call.CallState.TRANSFERRED;
import static dev.pickup.core.call.CallState.TRANSFERRING;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which state may follow which. A transfer that the media task asked for is first heard of when it worked, so
/// `TRANSFERRED` may follow without `TRANSFERRING` between.
public final class CallLifecycle {
    private static final Map<CallState, Set<CallState>> FOLLOWERS = Map.of(
            RINGING, EnumSet.of(ANSWERED, ENDED),
            ANSWERED, EnumSet.of(IN_PROGRESS, TRANSFERRING, TRANSFERRED, ENDED),
            IN_PROGRESS, EnumSet.of(TRANSFERRING, TRANSFERRED, ENDED),
            TRANSFERRING, EnumSet.of(IN_PROGRESS, TRANSFERRED, ENDED),
            TRANSFERRED, EnumSet.of(ENDED),
            ENDED, EnumSet.of(FINALIZED),
            FINALIZED, EnumSet.noneOf(CallState.class));

    private CallLifecycle() {}

    /// Whether a call in `from` may be in `to` next.
    public static boolean allows(CallState from, CallState to) {
        return FOLLOWERS.getOrDefault(from, Set.of()).contains(to);
    }

    /// The call in its next state.
    ///
    /// @throws IllegalStateException the life cycle does not allow it: a defect of ours
    public static Call advance(Call call, CallState to) {
        if (!allows(call.state(), to)) {
            throw new IllegalStateException("A call that is " + call.state() + " cannot become " + to);
        }
        return call.in(to);
    }
}
