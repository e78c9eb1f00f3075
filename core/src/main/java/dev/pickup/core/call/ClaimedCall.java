package dev.pickup.core.call;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that a media task needs to hold a call.
///
/// @param settings   of the version the call runs on
/// @param epoch      1 for the first task; more means that another one held the call before
/// @param answeredAt zero of all times inside the call
/// @param turnsSoFar what earlier tasks heard and said
public record ClaimedCall(
        CallId callId,
        AccountId account,
        AgentId agentId,
        int agentVersion,
        AgentSettings settings,
        Optional<PhoneNumber> caller,
        PhoneNumber called,
        CallLeg leg,
        int epoch,
        Instant answeredAt,
        List<Turn> turnsSoFar) {
    public ClaimedCall {
        turnsSoFar = List.copyOf(turnsSoFar);
    }

    @Override
    public String toString() {
        return "ClaimedCall[" + callId + ", epoch " + epoch + "]";
    }
}
