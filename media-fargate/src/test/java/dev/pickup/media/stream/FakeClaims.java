package dev.pickup.media.stream;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Claims in memory, with the port's rules.
final class FakeClaims implements CallClaims {
    final Set<CallId> concluded = ConcurrentHashMap.newKeySet();
    final Set<CallId> takenAway = ConcurrentHashMap.newKeySet();
    private final AgentSettings agent;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<StreamToken, ClaimedCall> pending = new ConcurrentHashMap<>();
    private final Set<StreamToken> spent = ConcurrentHashMap.newKeySet();

    FakeClaims(AgentSettings agent) {
        this.agent = agent;
    }

    /// A call that was answered just now and asked for a stream.
    Offer offer() {
        int n = number.incrementAndGet();
        StreamToken token = StreamToken.next(new SecureRandom());
        CallLeg leg = new CallLeg(CarrierName.TELNYX, "leg" + n, "v3:control" + n, "session" + n);
        pending.put(
                token,
                new ClaimedCall(
                        new CallId("call_" + n),
                        new AccountId("acc_demo"),
                        new AgentId("agt_demo"),
                        1,
                        agent,
                        Optional.empty(),
                        new PhoneNumber("+18779732766"),
                        leg,
                        1,
                        Instant.now(),
                        List.of()));
        return new Offer(token, leg.controlId(), new CallId("call_" + n));
    }

    record Offer(StreamToken token, String controlId, CallId call) {
        String authToken() {
            return "auth-" + token.value();
        }
    }

    @Override
    public Optional<PendingStream> peek(StreamToken token, Instant now) {
        return Optional.ofNullable(pending.get(token))
                .filter(_ -> !spent.contains(token))
                .map(call -> new PendingStream(call.callId(), "auth-" + token.value()));
    }

    @Override
    public ClaimOutcome claim(StreamToken token, String carrierCallId, TaskId task, Instant now) {
        ClaimedCall call = pending.get(token);
        if (call == null) {
            return new ClaimOutcome.Unknown();
        }
        if (!call.leg().controlId().equals(carrierCallId)) {
            return new ClaimOutcome.WrongCall();
        }
        return spent.add(token) ? new ClaimOutcome.Claimed(call) : new ClaimOutcome.TokenSpent();
    }

    @Override
    public boolean heartbeat(CallId call, int epoch, Instant now) {
        return !takenAway.contains(call);
    }

    @Override
    public boolean conclude(CallId call, int epoch, Instant now) {
        return concluded.add(call);
    }
}
