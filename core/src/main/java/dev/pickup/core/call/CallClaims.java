package dev.pickup.core.call;

import java.time.Instant;
import java.util.Optional;

/// Which media task holds a call. Blocking; any thread. Faults as [CallStore]: after a
/// `StoreUnavailableException` of `claim` give the socket up.
public interface CallClaims {
    /// May this socket be upgraded? The token is known, unspent and unexpired. Does not spend it.
    Optional<PendingStream> peek(StreamToken token, Instant now);

    /// Spends the token and takes the call for `task` under the next epoch. Not to be repeated: a token is spent once,
    /// also within one task, where two sockets may come with the same one. A lost answer costs a stream; the
    /// carrier is then asked for another.
    ///
    /// @param carrierCallId what the stream says it belongs to, compared before the token is spent
    ClaimOutcome claim(StreamToken token, String carrierCallId, TaskId task, Instant now);

    /// Says that the task still holds the call. False: another task owns it, or the call is over: stop at once.
    boolean heartbeat(CallId call, int epoch, Instant now);

    /// Says that the conversation is over: when its stream ends, no other one is started. Call it before hanging up,
    /// stopping the stream or transferring; not when the call shall go on in another task. False as `heartbeat`.
    boolean conclude(CallId call, int epoch, Instant now);

    /// A stream that was asked for and has not claimed its call yet.
    ///
    /// @param authToken what the carrier must send in the upgrade request or the first frame; compare in constant
    /// time
    record PendingStream(CallId callId, String authToken) {
        @Override
        public String toString() {
            return "PendingStream[" + callId + "]";
        }
    }

    /// What became of a claim. All but `Claimed`: close the socket; nothing was changed.
    sealed interface ClaimOutcome {
        record Claimed(ClaimedCall call) implements ClaimOutcome {}

        /// Somebody used the token before.
        record TokenSpent() implements ClaimOutcome {}

        /// The token is for another call than the one the stream belongs to.
        record WrongCall() implements ClaimOutcome {}

        record CallEnded() implements ClaimOutcome {}

        /// No such token, or it has expired.
        record Unknown() implements ClaimOutcome {}
    }
}
