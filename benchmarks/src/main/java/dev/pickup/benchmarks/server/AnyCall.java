package dev.pickup.benchmarks.server;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettings.Opening;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Claims without a table: whoever comes with a well-formed token has a call, once.
public final class AnyCall implements CallClaims {
    /// What the carrier must send, as it would be told with the command that starts a stream.
    public static final String AUTH_TOKEN = "bench";

    private static final AgentSettings AGENT = new AgentSettings(
            "Bench",
            "the clinic",
            "You answer the phone of a clinic. Be brief.",
            "Hello, this is the clinic. How can I help you?",
            "",
            "en-US",
            "",
            "",
            0,
            Map.of(),
            Map.of("address", "12 Main Street", "parking", "There is a car park behind the house."),
            Stream.of(DayOfWeek.values())
                    .limit(5)
                    .collect(Collectors.toMap(
                            day -> day, _ -> List.of(new Opening(LocalTime.of(9, 0), LocalTime.of(17, 0))))),
            ZoneId.of("America/New_York"),
            false,
            List.of(),
            Map.of(),
            new AgentSettings.Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(10)),
            Optional.empty(),
            true,
            EngineWishes.NONE,
            false);

    private final Set<StreamToken> spent = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<PendingStream> peek(StreamToken token, Instant now) {
        return spent.contains(token) ? Optional.empty() : Optional.of(new PendingStream(callId(token), AUTH_TOKEN));
    }

    @Override
    public ClaimOutcome claim(StreamToken token, String carrierCallId, TaskId task, Instant now) {
        if (!spent.add(token)) {
            return new ClaimOutcome.TokenSpent();
        }
        return new ClaimOutcome.Claimed(new ClaimedCall(
                callId(token),
                new AccountId("acc_bench"),
                new AgentId("agt_bench"),
                1,
                AGENT,
                Optional.empty(),
                new PhoneNumber("+18779732766"),
                new CallLeg(CarrierName.TELNYX, "leg-" + token.value(), carrierCallId, "session-" + token.value()),
                1,
                now,
                List.of()));
    }

    @Override
    public boolean heartbeat(CallId call, int epoch, Instant now) {
        return true;
    }

    @Override
    public boolean conclude(CallId call, int epoch, Instant now) {
        return true;
    }

    private static CallId callId(StreamToken token) {
        return new CallId("call_" + token.hash().substring(0, 16));
    }
}
