package dev.pickup.core.call;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A call and its events, for tests. Event ids are `evt-<name>`, times are seconds after [#RANG].
public final class CallExamples {
    public static final Instant RANG = Instant.parse("2026-11-23T10:00:00Z");
    public static final AccountId ACCOUNT = new AccountId("acc_demo");
    public static final AgentId AGENT = new AgentId("agt_demo");
    public static final PhoneNumber CALLER = new PhoneNumber("+14155550100");
    public static final PhoneNumber CALLED = new PhoneNumber("+18779732766");
    public static final PhoneNumber FALLBACK = new PhoneNumber("+14155550199");
    public static final CallLeg LEG = new CallLeg(CarrierName.TELNYX, "leg-1", "v3:control-1", "session-1");
    public static final Offer OFFER = new Offer(LEG, Optional.of(CALLER), CALLED);

    private CallExamples() {}

    public static Resolution byAgent() {
        return byAgent(Optional.empty());
    }

    public static Resolution byAgent(Optional<PhoneNumber> fallback) {
        return new Resolution(ACCOUNT, new Answering.ByAgent(AGENT, 3, fallback, Duration.ofMinutes(10)));
    }

    public static Resolution refused(Refusal refusal, Optional<PhoneNumber> fallback) {
        return new Resolution(ACCOUNT, new Answering.Refused(refusal, fallback));
    }

    public static CarrierEvent.CallOffered offered() {
        return new CarrierEvent.CallOffered("evt-offered", RANG, OFFER);
    }

    public static CarrierEvent.CallAnswered answered() {
        return new CarrierEvent.CallAnswered("evt-answered", RANG.plusSeconds(1), OFFER);
    }

    public static CarrierEvent.CallEnded ended() {
        return new CarrierEvent.CallEnded("evt-ended", RANG.plusSeconds(31), OFFER, HangupCause.COMPLETED);
    }

    public static CarrierEvent.CallBridged bridged() {
        return new CarrierEvent.CallBridged("evt-bridged", LEG.legId(), RANG.plusSeconds(20));
    }

    public static CarrierEvent.TransferLegEnded transferLegEnded() {
        return new CarrierEvent.TransferLegEnded(
                "evt-target", LEG.legId(), RANG.plusSeconds(19), HangupCause.NO_ANSWER);
    }

    public static CarrierEvent.SpeechEnded speechEnded() {
        return new CarrierEvent.SpeechEnded("evt-speech", LEG.legId(), RANG.plusSeconds(5));
    }

    public static CarrierEvent.StreamEnded streamEnded(Optional<String> path) {
        return new CarrierEvent.StreamEnded("evt-stream", LEG.legId(), RANG.plusSeconds(10), path);
    }
}
