package dev.pickup.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.SomeAgents;
import dev.pickup.core.call.CallStore.SaveOutcome;
import dev.pickup.core.call.PendingCommands.Opening;
import dev.pickup.core.call.PendingCommands.Pending;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierEvent.CallAnswered;
import dev.pickup.core.carrier.CarrierEvent.CallEnded;
import dev.pickup.core.carrier.CarrierEvent.CallOffered;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.number.Did.CarrierName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/// What the contracts of all that is kept of calls have in common: the ports under test, and calls to put in.
abstract class CallContract {
    static final Instant NOW = CallExamples.RANG.plusSeconds(2);
    static final TaskId TASK = new TaskId("task-1");

    private AccountId account;

    /// Under test, all at one place.
    protected abstract CallStores stores();

    CallStore calls() {
        return stores().calls();
    }

    PendingCommands commands() {
        return stores().commands();
    }

    CallClaims claims() {
        return stores().claims();
    }

    JournalProjection journal() {
        return stores().journal();
    }

    Finalizations finalizations() {
        return stores().finalizations();
    }

    @BeforeEach
    void ownAccount() {
        account = stores().newAccount();
    }

    AccountId account() {
        return account;
    }

    static StreamToken token() {
        return new StreamToken(UUID.randomUUID() + "-token");
    }

    Offer offer() {
        String id = UUID.randomUUID().toString();
        CallLeg leg = new CallLeg(CarrierName.TELNYX, id, "v3:" + id, "session-" + id);
        return new Offer(leg, Optional.of(CallExamples.CALLER), CallExamples.CALLED);
    }

    Transition ringing(Offer offer, Instant at) {
        Answering by = new Answering.ByAgent(
                CallExamples.AGENT, 1, Optional.of(CallExamples.FALLBACK), Duration.ofMinutes(15));
        return CallDirector.first(new Resolution(account, by), new CallOffered("e-" + at, at, offer));
    }

    Call stored(Transition transition) {
        assertThat(calls().save(transition)).isEqualTo(SaveOutcome.SAVED);
        return calls().find(transition.call().id()).orElseThrow();
    }

    Call ring() {
        return stored(ringing(offer(), CallExamples.RANG));
    }

    Call answer(Call call) {
        return stored(CallDirector.next(
                call, new CallAnswered("e-answered", CallExamples.RANG.plusSeconds(1), offerOf(call))));
    }

    Call end(Call call) {
        return stored(CallDirector.next(
                call,
                new CallEnded("e-ended", CallExamples.RANG.plusSeconds(31), offerOf(call), HangupCause.COMPLETED)));
    }

    /// A call that `TASK` holds under epoch 1, and the token that opened its stream.
    StreamToken claim(Call answered) {
        StreamToken token = open(answered);
        assertThat(claims().claim(token, answered.leg().controlId(), TASK, NOW))
                .isInstanceOf(CallClaims.ClaimOutcome.Claimed.class);
        return token;
    }

    StreamToken open(Call answered) {
        stores().agents().create(SomeAgents.agent(account, CallExamples.AGENT.value(), 1, "Front desk"));
        StreamToken token = token();
        assertThat(commands().open(start(answered), token, "auth-" + token.hash(), NOW))
                .isEqualTo(Opening.OPENED);
        return token;
    }

    /// What starts the call's present stream and waits.
    Pending start(Call call) {
        return commands().of(call.id()).stream()
                .filter(pending -> pending.command()
                        .equals(new CarrierCommand.StartStream(call.stream().number())))
                .findFirst()
                .orElseThrow();
    }

    Call read(Call call) {
        return calls().find(call.id()).orElseThrow();
    }

    static Offer offerOf(Call call) {
        return new Offer(call.leg(), call.caller(), call.called());
    }
}
