package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;
import java.util.Optional;

/// The numbers that our own carrier account has: makes them ring here, lets them send messages, gives them back.
///
/// Shape: numbers are named by the carrier's id, which is not that of the order's line.
/// Repeat: harmless, all of it: each leads to a state and not by a step.
/// Ends, threads: as [NumberMarket]. [CarrierRejectedException.Reason#LEG_GONE] stands for a number that is gone.
public interface ManagedNumbers {
    /// The carrier's id of the number; empty when we do not have it (yet: carriers show a number some moments after
    /// its order succeeded).
    Optional<String> find(PhoneNumber number);

    /// How the number stands at the carrier now, changing nothing; empty when we do not have it.
    Optional<Standing> standing(PhoneNumber number);

    /// Lets calls to the number reach our webhook; returns when a read shows that they will. What all numbers share
    /// at the carrier is made when it is missing.
    void connectVoice(String numberId);

    /// Lets the number send and receive messages; likewise.
    void enableMessages(String numberId);

    /// Gives the number back, for good.
    ReleaseOutcome release(String numberId);

    /// Where a number leads.
    ///
    /// @param active whether the carrier delivers calls and texts to it
    record Standing(boolean active, Way calls, Way texts) {}

    /// Where calls or texts to a number go.
    enum Way {
        /// To our webhooks.
        HERE,
        /// To somebody else, or nowhere.
        ELSEWHERE,
        /// The number has no such thing.
        IMPOSSIBLE
    }

    /// What became of giving it back.
    enum ReleaseOutcome {
        RELEASED,
        /// We did not have it any more: which is what was wanted.
        GONE,
        /// Locked against deletion by somebody, at the carrier.
        LOCKED
    }
}
