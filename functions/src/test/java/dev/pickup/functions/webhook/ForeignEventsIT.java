package dev.pickup.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallState;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.CallsUnderTest;
import dev.pickup.functions.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Whoever has the key of one carrier account can sign anything with it: it must not move the calls of
/// another.
@ExtendWith(TestDatabase.class)
class ForeignEventsIT {
    private static final CredentialId THEIRS = new CredentialId("cred_theirs");

    private final CallsUnderTest calls;

    ForeignEventsIT(DynamoDbClient database) {
        calls = new CallsUnderTest(database);
    }

    @Test
    void anEventThatAnotherAccountSignedDoesNotEndTheCall() {
        Call call = calls.answered();
        Offer offer = new Offer(call.leg(), call.caller(), call.called());
        CarrierEvent ended = new CarrierEvent.CallEnded(
                UUID.randomUUID().toString(), calls.clock.instant(), offer, HangupCause.COMPLETED);

        calls.wiring.desk().take(call.id(), ended, Optional.of(THEIRS));
        assertThat(calls.read(call)).isEqualTo(call);

        calls.wiring.desk().take(call.id(), ended, Optional.empty());
        assertThat(calls.read(call).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void aNumberThatWasNotImportedWithACredentialTakesNoCallsOfIt() {
        String leg = UUID.randomUUID().toString();
        Offer offer = new Offer(
                new CallLeg(CarrierName.TELNYX, leg, "v3:" + leg, "session"), Optional.empty(), calls.account.number());
        CallId id = CallId.of(CarrierName.TELNYX, leg);

        calls.wiring
                .desk()
                .take(
                        id,
                        new CarrierEvent.CallOffered(UUID.randomUUID().toString(), calls.clock.instant(), offer),
                        Optional.of(THEIRS));

        Call call = calls.wiring.calls().find(id).orElseThrow();
        assertThat(call.account()).isEqualTo(Call.NOBODY);
        assertThat(call.answering())
                .isInstanceOfSatisfying(
                        Answering.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Answering.Refusal.UNKNOWN_NUMBER));
        assertThat(call.leg().through()).contains(THEIRS);
    }
}
