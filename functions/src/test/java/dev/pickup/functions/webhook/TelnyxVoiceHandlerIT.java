package dev.pickup.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallState;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbCallClaims;
import dev.pickup.core.state.DynamoDbPendingCommands;
import dev.pickup.core.state.Tables;
import dev.pickup.functions.MediaDoor.Visit;
import dev.pickup.functions.OwnDatabase;
import dev.pickup.functions.TestAccount;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Calls from the simulated exchange, over real sockets, into the real handler and the real database.
class TelnyxVoiceHandlerIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Optional<PhoneNumber> FALLBACK = Optional.of(new PhoneNumber(PhoneLine.FALLBACK));

    @RegisterExtension
    static final OwnDatabase DATABASE = new OwnDatabase();

    private final DynamoDbClient database = DATABASE.client();
    private PhoneLine line;

    @BeforeEach
    void connect() {
        line = new PhoneLine(database);
    }

    @AfterEach
    void disconnect() {
        line.close();
    }

    @Test
    void anAgentsCallIsAnsweredAndStreamedToWhoeverHasTheToken() {
        open(5, Optional.empty()).withAgent(line.wiring, true);

        SimulatedCall call = line.place();
        Visit visit = line.media.awaitVisit(1);

        CallId id = line.idOf(call);
        Call answered = line.awaitState(id, CallState.ANSWERED);
        assertThat(answered.answering()).isInstanceOfSatisfying(Answering.ByAgent.class, by -> {
            assertThat(by.agent()).isEqualTo(line.account.agent());
            assertThat(by.version()).isEqualTo(1);
        });
        assertThat(visit.path()).startsWith("/media/telnyx/");
        StreamToken token = new StreamToken(visit.token());
        Instant now = Instant.now();
        assertThat(claims().peek(token, now)).hasValueSatisfying(pending -> {
            assertThat(pending.callId()).isEqualTo(id);
            assertThat(pending.authToken()).isEqualTo(visit.authToken()).isNotEqualTo(visit.token());
        });
        assertThat(claims().claim(token, answered.leg().controlId(), new TaskId("task-1"), now))
                .isInstanceOf(ClaimOutcome.Claimed.class);
        line.awaitState(id, CallState.IN_PROGRESS);

        call.hangUp();
        Call ended = line.awaitState(id, CallState.ENDED);
        assertThat(answered.commands()).containsExactlyInAnyOrder("answer", "start-stream-1");
        assertThat(new DynamoDbPendingCommands(new Database(database)).of(id)).isEmpty();
        assertThat(ended.closing().hangupCause()).isPresent();
        assertThat(ended.duration().orElseThrow()).isPositive();
        assertThat(line.media.visits()).hasSize(1);
        assertThat(line.statuses).isNotEmpty().containsOnly(200);
    }

    static Stream<Arguments> disorders() {
        return Stream.of(
                Arguments.of("every webhook twice", new Fault[] {new Fault.WebhookTwice("*")}),
                Arguments.of("in reverse order", new Fault[] {new Fault.WebhooksReversed(700)}),
                Arguments.of(
                        "twice and in reverse",
                        new Fault[] {new Fault.WebhookTwice("*"), new Fault.WebhooksReversed(700)}),
                Arguments.of("the answer is late", new Fault[] {new Fault.WebhookDelayed("call.answered", 600)}),
                Arguments.of("the carrier fails once", new Fault[] {new Fault.CommandFails("answer", 1)}),
                Arguments.of(
                        "an answer of the carrier is lost",
                        new Fault[] {new Fault.CommandAnswerLost("streaming_start", 1, 0)}),
                Arguments.of("the carrier is busy", new Fault[] {new Fault.CommandRateLimited("answer", 2, 0)}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disorders")
    void disorderLeadsToTheSameResult(String name, Fault... faults) {
        open(5, Optional.empty()).withAgent(line.wiring, true);
        SimulatedCall call = line.place(faults);
        line.media.awaitVisit(1);
        CallId id = line.idOf(call);
        call.hangUp();
        Call ended = line.awaitState(id, CallState.ENDED);
        await().atMost(LIMIT)
                .until(() ->
                        line.wiring.calls().find(id).orElseThrow().answeredAt().isPresent());
        // When the stream's end overtakes the call's, another start is decided, and the carrier refuses it.
        assertThat(ended.commands())
                .contains("answer", "start-stream-1")
                .isSubsetOf("answer", "start-stream-1", "start-stream-2");
        assertThat(line.media.visits()).hasSize(1);
        assertThat(line.wiring.calls().live(line.account.id())).isZero();
    }

    @Test
    void aStreamThatBreaksIsReplacedUnderTheLiveCall() {
        open(5, Optional.empty()).withAgent(line.wiring, true);
        SimulatedCall call = line.place();
        Visit first = line.media.awaitVisit(1);
        first.drop();
        Visit second = line.media.awaitVisit(2);
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(call.report().hangUp()).isEmpty();
        assertThat(claims().peek(new StreamToken(second.token()), Instant.now()))
                .isPresent();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("unknown number", Refusal.UNKNOWN_NUMBER, (Arrangement) line -> {}),
                Arguments.of("detached number", Refusal.NO_AGENT, (Arrangement) line ->
                        line.account.open(line.wiring, 5, Optional.empty()).withNumber(line.wiring)),
                Arguments.of("disabled agent", Refusal.NO_AGENT, (Arrangement) line -> line.account
                        .open(line.wiring, 5, Optional.empty())
                        .withNumber(line.wiring)
                        .withAgent(line.wiring, false)));
    }

    interface Arrangement {
        void make(PhoneLine line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aCallerWhomNobodyTakesHearsASentenceAndIsHungUp(String name, Refusal refusal, Arrangement arrangement) {
        arrangement.make(line);
        SimulatedCall call = line.place();
        CallReport report = call.await(LIMIT);
        assertThat(report.agent()).as("audible to the caller").hasSize(1);
        assertThat(report.hangUp().orElseThrow().by()).isEqualTo(CallReport.Party.AGENT);
        Call ended = line.awaitState(line.idOf(call), CallState.ENDED);
        assertThat(ended.answering()).isEqualTo(new Answering.Refused(refusal, Optional.empty()));
        assertThat(ended.commands()).containsExactlyInAnyOrder("answer", "speak", "hang-up");
        assertThat(line.media.visits()).isEmpty();
    }

    @Test
    void aCallOverTheLimitHearsThatTheLineIsBusyAndTheOthersGoOn() {
        open(1, Optional.empty()).withAgent(line.wiring, true);
        SimulatedCall first = line.place();
        line.media.awaitVisit(1);
        SimulatedCall second = line.place();
        CallReport refused = second.await(LIMIT);
        assertThat(refused.agent()).hasSize(1);
        Call ended = line.awaitState(line.idOf(second), CallState.ENDED);
        assertThat(ended.answering()).isEqualTo(new Answering.Refused(Refusal.BUSY, Optional.empty()));
        assertThat(first.report().hangUp()).isEmpty();

        first.hangUp();
        line.awaitState(line.idOf(first), CallState.ENDED);
        line.place();
        line.media.awaitVisit(2); // the place is free again
    }

    @Test
    void aCallerWhomNobodyTakesIsPutThroughToTheFallbackNumber() {
        open(5, FALLBACK);
        SimulatedCall call = line.place();
        Call through = line.awaitState(line.idOf(call), CallState.TRANSFERRED);
        assertThat(through.commands()).containsExactlyInAnyOrder("answer", "transfer");
        call.hangUp();
        assertThat(line.awaitState(line.idOf(call), CallState.ENDED).closing().bridgedAt())
                .isPresent();
    }

    @Test
    void aFallbackNumberThatDoesNotExistEndsInASentence() {
        open(5, Optional.of(new PhoneNumber("+13125550666")));
        SimulatedCall call = line.place();
        CallReport report = call.await(LIMIT);
        assertThat(report.agent()).hasSize(1);
        Call ended = line.awaitState(line.idOf(call), CallState.ENDED);
        assertThat(ended.commands()).containsExactlyInAnyOrder("answer", "transfer", "speak", "hang-up");
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("another key", new Fault.WebhookWrongKey("*"), "signature-invalid"),
                Arguments.of("another body", new Fault.WebhookAltered("*"), "signature-invalid"),
                Arguments.of("an old one", new Fault.WebhookSkewed("*", -301), "signature-expired"),
                Arguments.of("one from the future", new Fault.WebhookSkewed("*", 302), "signature-expired"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgedWebhookIsRefusedCountedAndNothingIsWritten(String name, Fault forged, String code) {
        open(5, Optional.empty()).withAgent(line.wiring, true);
        int before = items();
        SimulatedCall call = line.place(patientFor(Duration.ofMillis(300)), forged);
        call.await(LIMIT);
        line.awaitStatuses(2); // the offer and the end
        assertThat(line.statuses).containsOnly(401);
        assertThat(line.counted).hasSameSizeAs(line.statuses).containsOnly("WebhookRefused:" + code);
        assertThat(line.wiring.calls().find(line.idOf(call))).isEmpty();
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void whatIsNotSignedAtAllIsRefused() {
        assertThat(line.deliver(Map.of(), "{}", false).getBody()).contains("signature-invalid");
        assertThat(line.deliver(Map.of(), "%%%", true).getStatusCode()).isEqualTo(401);
        assertThat(line.counted)
                .containsOnly("WebhookRefused:signature-invalid")
                .hasSize(2);
    }

    private int items() {
        return database.scan(r -> r.tableName(Tables.IDEMPOTENCY.name())).count()
                + database.scan(r -> r.tableName(Tables.CALLS.name())).count();
    }

    private CallClaims claims() {
        return new DynamoDbCallClaims(new Database(database), line.wiring.calls(), line.wiring.agents());
    }

    private static CallerScript patientFor(Duration ring) {
        return PhoneLine.patient().withRingPatience(ring);
    }

    private TestAccount open(int limit, Optional<PhoneNumber> fallback) {
        return line.account.open(line.wiring, limit, fallback).withNumber(line.wiring);
    }
}
