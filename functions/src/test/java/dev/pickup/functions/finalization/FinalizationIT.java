package dev.pickup.functions.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.core.EventJson;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.call.CallState;
import dev.pickup.core.call.Transcript;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.events.CallEvent.CallFinalized;
import dev.pickup.events.journal.JournalEntry.Measure;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.SessionClosed;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalEntry.UsageMeasured;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.functions.CallsUnderTest;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.OutboxHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// From the journal and the hang-up to one charge, with the real handlers on the real database.
@ExtendWith(TestDatabase.class)
class FinalizationIT {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private final DynamoDbClient database;
    private CallsUnderTest calls;
    private ProjectorHandler projector;
    private FinalizationHandler finalization;

    FinalizationIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void assemble() {
        calls = new CallsUnderTest(database);
        projector = new ProjectorHandler(calls.wiring);
        finalization = new FinalizationHandler(calls.wiring);
    }

    @ParameterizedTest(name = "{0} first")
    @ValueSource(strings = {"hang-up", "journal"})
    void whicheverSignalComesSecondFinalizes(String first) {
        Call call = calls.talking();
        calls.pass(Duration.ofMillis(61_200));
        signal(first, call);
        finish(calls.read(call));
        assertThat(calls.read(call).state()).isNotEqualTo(CallState.FINALIZED);

        signal(first.equals("journal") ? "hang-up" : "journal", call);
        finish(calls.read(call));

        Call done = calls.read(call);
        assertThat(done.state()).isEqualTo(CallState.FINALIZED);
        assertThat(done.result()).hasValueSatisfying(result -> {
            assertThat(result.outcome()).isEqualTo(CallOutcome.BOOKED);
            assertThat(result.transcript()).isEqualTo(Transcript.COMPLETE);
            assertThat(result.usageRecordId())
                    .contains(UsageRecordId.of(call.id()).value());
        });
        UsageRecord usage = usage(call).orElseThrow();
        assertThat(usage.billedSeconds()).isEqualTo(62);
        assertThat(usage.cost().totalMicros()).isPositive();
        assertThat(usage.cost().parts())
                .extracting(p -> p.part() + " " + p.units())
                .contains("voice 340", "carrier 62");
        assertThat(calls.wiring
                        .calls()
                        .detail(calls.account.id(), call.id())
                        .orElseThrow()
                        .turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.text()).isEqualTo("Tuesday at three."));
        assertThat(done.closing().recording()).contains("rec.wav");
    }

    @Test
    void everythingTwiceAndAllAtOnceChargesOnce() throws Exception {
        Call call = due();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Call seen = calls.read(call);
            List<Callable<StreamsEventResponse>> racing = IntStream.range(0, 6)
                    .<Callable<StreamsEventResponse>>mapToObj(
                            _ -> () -> finalization.handleRequest(calls.changes(seen), null))
                    .toList();
            for (var response : threads.invokeAll(racing)) {
                assertThat(response.get().getBatchItemFailures()).isEmpty();
            }
        }
        signal("journal", call);
        signal("hang-up", call);
        finish(calls.read(call));

        assertThat(calls.read(call).state()).isEqualTo(CallState.FINALIZED);
        assertThat(calls.wiring
                        .usage()
                        .records(calls.account.id(), MONTH, 10, Optional.empty())
                        .items())
                .hasSize(1);
        OutboxHandler outbox = new OutboxHandler(calls.wiring);
        outbox.handleRequest(calls.changes(call), null);
        outbox.handleRequest(calls.changes(call), null);
        assertThat(calls.published.stream().filter(CallFinalized.class::isInstance))
                .hasSize(1);
        assertThat(calls.items(call, "OUTBOX#")).isZero();
    }

    /// The process dies after its n-th request to the database was carried out and before it learned of it.
    @Test
    void aCrashBetweenAnyTwoStepsChargesOnce() {
        int crashes = 0;
        for (int step = 1; step <= 12; step++) {
            Call call = due();
            FinalizationHandler dying = new FinalizationHandler(calls.wiring(dyingAt(step)));
            crashes += dying.handleRequest(calls.changes(call), null)
                    .getBatchItemFailures()
                    .size();
            finish(calls.read(call));
            assertThat(calls.read(call).state()).as("step %s", step).isEqualTo(CallState.FINALIZED);
            assertThat(usage(call)).isPresent();
            assertThat(calls.items(call, "OUTBOX#" + call.id() + ":finalized")).isEqualTo(1);
        }
        assertThat(crashes).as("the seam was there").isGreaterThanOrEqualTo(4);
        assertThat(calls.wiring
                        .usage()
                        .records(calls.account.id(), MONTH, 50, Optional.empty())
                        .items())
                .hasSize(12);
    }

    @Test
    void aCallNoTaskEverHeldIsFinalizedByTheHangUpAlone() {
        Call call = calls.hungUp(calls.ringing(calls.offer()));
        finish(call);
        assertThat(calls.read(call).result()).hasValueSatisfying(r -> {
            assertThat(r.outcome()).isEqualTo(CallOutcome.ABANDONED);
            assertThat(r.transcript()).isEqualTo(Transcript.COMPLETE);
        });
        assertThat(usage(call).orElseThrow().cost().totalMicros()).isZero();
    }

    @Test
    void aRefusedCallIsFinalizedAndNotCharged() {
        calls.wiring.numbers().detach(calls.account.id(), calls.account.number(), calls.clock.instant());
        Call call = calls.hungUp(calls.answered());
        finish(call);
        Call done = calls.read(call);
        assertThat(done.result().orElseThrow().outcome()).isEqualTo(Refusal.NO_AGENT.outcome());
        assertThat(done.result().orElseThrow().usageRecordId()).isEmpty();
        assertThat(usage(call)).isEmpty();
    }

    @Test
    void aCallThatWasPutThroughIsTransferred() {
        Call call = calls.talking();
        calls.claims().conclude(call.id(), 1, calls.clock.instant());
        calls.told(new CarrierEvent.CallBridged("e-1", call.leg().legId(), calls.clock.instant()), true);
        signal("journal", call);
        signal("hang-up", call);
        finish(calls.read(call));
        assertThat(calls.read(call).result().orElseThrow().outcome()).isEqualTo(CallOutcome.TRANSFERRED);
    }

    @Test
    void aMalformedJournalRecordIsCountedAndHoldsUpNoOther() {
        Call call = calls.talking();
        var event = CallsUnderTest.kinesis(
                "{}",
                "not json",
                EventJson.write(new JournalRecord(
                        call.id().value(), 1, 0, 10, new SessionClosed("silence", "completed", null))));
        assertThat(projector.handleRequest(event, null).getBatchItemFailures()).isEmpty();
        assertThat(calls.read(call).closing().journalClosedAt()).isPresent();
        assertThat(calls.counted).containsExactly("JournalRecordDropped:malformed", "JournalRecordDropped:malformed");
    }

    @Test
    void anEventWaitsUntilTheBusHasIt() {
        Call call = calls.hungUp(calls.ringing(calls.offer()));
        int waiting = calls.items(call, "OUTBOX#");
        assertThat(waiting).isEqualTo(2);
        calls.busIsDown(true);
        OutboxHandler outbox = new OutboxHandler(calls.wiring);
        assertThat(outbox.handleRequest(calls.changes(call), null).getBatchItemFailures())
                .hasSize(1);
        assertThat(calls.items(call, "OUTBOX#")).isEqualTo(waiting);
        calls.busIsDown(false);
        calls.pass(Duration.ofMinutes(1));
        calls.wiring.outbox().sweep(calls.clock.instant());
        assertThat(calls.items(call, "OUTBOX#")).isZero();
        assertThat(calls.published).extracting(e -> e.name()).contains("call.started", "call.ended");
    }

    private Call due() {
        Call call = calls.talking();
        calls.pass(Duration.ofSeconds(30));
        signal("journal", call);
        signal("hang-up", call);
        return calls.read(call);
    }

    private void signal(String which, Call call) {
        if (which.equals("hang-up")) {
            calls.hungUp(call);
            return;
        }
        projector.handleRequest(
                CallsUnderTest.journal(
                        call,
                        1,
                        new TurnTaken(0, Role.caller, "Tuesday at three.", "", 900, 2_000, null),
                        new UsageMeasured(List.of(new Measure("voice", "offline", 340, "character"))),
                        new SessionClosed("caller-hung-up", "booked", "rec.wav")),
                null);
    }

    private void finish(Call call) {
        assertThat(finalization.handleRequest(calls.changes(call), null).getBatchItemFailures())
                .isEmpty();
    }

    private Optional<UsageRecord> usage(Call call) {
        return calls.wiring.usage().find(calls.account.id(), MONTH, UsageRecordId.of(call.id()));
    }

    private DynamoDbClient dyingAt(int step) {
        AtomicInteger steps = new AtomicInteger();
        InvocationHandler seam = (_, method, arguments) -> {
            try {
                Object answer = method.invoke(database, arguments);
                if (steps.incrementAndGet() == step) {
                    throw SdkClientException.create("the answer never came");
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, seam);
    }
}
