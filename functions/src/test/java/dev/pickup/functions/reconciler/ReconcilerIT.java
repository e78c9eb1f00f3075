package dev.pickup.functions.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.call.CallState;
import dev.pickup.core.call.Transcript;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.state.Tables;
import dev.pickup.functions.CallsUnderTest;
import dev.pickup.functions.OwnDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Sweeps over a database of its own, because a sweep goes through all accounts.
class ReconcilerIT {
    @RegisterExtension
    static final OwnDatabase DATABASE = new OwnDatabase();

    private final DynamoDbClient database = DATABASE.client();

    private CallsUnderTest calls;
    private ReconcilerHandler reconciler;

    @BeforeEach
    void assemble() {
        calls = new CallsUnderTest(database);
        reconciler = new ReconcilerHandler(calls.wiring);
    }

    @AfterEach
    void leaveNothingUnfinished() {
        calls.carrier.goDown(false);
        calls.carrier.says(new LegStatus.Unknown());
        calls.pass(Duration.ofHours(1));
        sweep();
        assertThat(calls.wiring.calls().live(calls.account.id())).isZero();
    }

    @Test
    void aCallThatGoesWellIsLeftAlone() {
        Call call = calls.talking();
        calls.pass(Duration.ofSeconds(10));
        sweep();
        assertThat(calls.read(call)).isEqualTo(call);
        assertThat(calls.carrier.asked()).isZero();
    }

    @Test
    void aCallWhoseTaskAndLegDiedIsFinalizedOnceAndMarkedPartial() {
        Call call = calls.talking();
        calls.pass(Duration.ofSeconds(10));
        calls.claims().heartbeat(call.id(), 1, calls.clock.instant());
        Instant lastSign = calls.clock.instant();
        calls.carrier.says(new LegStatus.Unknown());
        calls.pass(Duration.ofSeconds(16));
        sweep();
        sweep();
        Call done = calls.read(call);
        assertThat(done.result()).hasValueSatisfying(result -> {
            assertThat(result.outcome()).isEqualTo(CallOutcome.PARTIAL);
            assertThat(result.transcript()).isEqualTo(Transcript.PARTIAL);
        });
        assertThat(done.closing().carrierEndedAt())
                .as("nobody pays for the time in which nobody knew")
                .contains(lastSign);
        assertThat(calls.counted).containsOnlyOnce("CallEndMissed:IN_PROGRESS", "JournalForced:task-silent");
    }

    @Test
    void theCarriersOwnTimeOfTheEndCounts() {
        Call call = calls.talking();
        Instant end = calls.clock.instant().plusSeconds(7);
        calls.carrier.says(new LegStatus.Ended(Optional.of(end)));
        calls.pass(Duration.ofSeconds(16));
        sweep();
        assertThat(calls.read(call).closing().carrierEndedAt()).contains(end);
    }

    @Test
    void aCallWhoseAnswerWeWereNeverToldOfGetsItsStreamAndCountsFromThen() {
        Call call = calls.ringing(calls.offer());
        sweep();
        calls.pass(Duration.ofSeconds(9));
        sweep();
        assertThat(calls.carrier.commands()).as("in time").containsExactly("answer");
        calls.pass(Duration.ofSeconds(2));
        sweep();
        assertThat(calls.carrier.commands()).containsExactly("answer", "start-stream");
        assertThat(calls.read(call).answeredAt()).contains(calls.clock.instant());
    }

    @Test
    void aCallWhoseTaskDiedWhileTheCallerWaitsGetsAnotherStream() {
        Call call = calls.talking();
        calls.pass(Duration.ofSeconds(16));
        sweep();
        assertThat(calls.carrier.commands()).containsExactly("answer", "start-stream", "start-stream");
        sweep();
        assertThat(calls.carrier.tokens()).as("the new one has its time").hasSize(2);
        calls.claim(call);
        assertThat(calls.read(call).owner().epoch()).isEqualTo(2);
    }

    @Test
    void aCallThatKeepsLosingItsTaskIsEndedWithASentence() {
        Call call = calls.talking();
        for (int i = 0; i < 6; i++) {
            calls.pass(Duration.ofSeconds(16));
            sweep();
        }
        assertThat(calls.carrier.tokens()).hasSize(5);
        assertThat(calls.carrier.commands()).endsWith("speak");
        assertThat(calls.read(call).isLive()).isTrue();
    }

    @Test
    void aJournalThatIsNeverClosedIsForcedAfterTwoMinutesNotBefore() {
        Call call = calls.hungUp(calls.talking());
        calls.pass(Duration.ofSeconds(119));
        sweep();
        assertThat(calls.read(call).state()).isEqualTo(CallState.ENDED);
        calls.pass(Duration.ofSeconds(2));
        sweep();
        assertThat(calls.read(call).result().orElseThrow().transcript()).isEqualTo(Transcript.PARTIAL);
    }

    @Test
    void aCallThatIsDueAndWasMissedIsFinalized() {
        Call call = calls.hungUp(calls.ringing(calls.offer()));
        sweep();
        assertThat(calls.read(call).state()).isEqualTo(CallState.FINALIZED);
    }

    @Test
    void commandsTheCarrierDidNotTakeAreSentAgain() {
        calls.carrier.goDown(true);
        Call call = calls.told(new CarrierEvent.CallOffered("e-1", calls.clock.instant(), calls.offer()), false);
        sweep();
        assertThat(calls.items(call, "COMMAND#")).isEqualTo(1);
        assertThat(calls.counted).containsExactly("CallNotReconciled:CarrierUnavailableException");
        calls.carrier.goDown(false);
        sweep();
        assertThat(calls.carrier.commands()).containsExactly("answer");
        assertThat(calls.items(call, "COMMAND#")).isZero();
    }

    @Test
    void aRefusedCallWhoseSentenceNeverEndsIsHungUp() {
        calls.wiring.numbers().detach(calls.account.id(), calls.account.number(), calls.clock.instant());
        Call call = calls.answered();
        assertThat(call.answering()).isEqualTo(new Answering.Refused(Refusal.NO_AGENT, Optional.empty()));
        calls.pass(Duration.ofSeconds(50));
        sweep();
        assertThat(calls.carrier.commands()).doesNotContain("hang-up");
        calls.pass(Duration.ofSeconds(11));
        sweep();
        sweep();
        assertThat(calls.carrier.commands()).containsOnlyOnce("hang-up");
    }

    @Test
    void aCallOverItsLengthIsHungUp() {
        Call call = calls.talking();
        calls.pass(Duration.ofHours(5));
        calls.claims().heartbeat(call.id(), 1, calls.clock.instant());
        sweep();
        assertThat(calls.carrier.commands()).endsWith("hang-up");
    }

    @Test
    void oneCallThatCannotBeReadHoldsUpNoOther() {
        Call corrupt = calls.ringing(calls.offer());
        Call due = calls.hungUp(calls.ringing(calls.offer()));
        header(corrupt, "REMOVE legId");
        sweep();
        assertThat(calls.read(due).state()).isEqualTo(CallState.FINALIZED);
        assertThat(calls.counted).containsExactly("CallNotReconciled:CorruptItemException");
        header(corrupt, "SET legId = pk");
    }

    private void sweep() {
        reconciler.handleRequest(new ScheduledEvent(), null);
    }

    private static void header(Call call, String update) {
        DATABASE.client()
                .updateItem(r -> r.tableName(Tables.CALLS.name())
                        .key(Map.of(
                                "pk", AttributeValue.fromS("CALL#" + call.id()), "sk", AttributeValue.fromS("CALL")))
                        .updateExpression(update));
    }
}
