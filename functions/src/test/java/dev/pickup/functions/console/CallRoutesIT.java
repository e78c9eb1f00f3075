package dev.pickup.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.call.CallResult;
import dev.pickup.core.call.CallState;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.CallStream;
import dev.pickup.core.call.Closing;
import dev.pickup.core.call.Ownership;
import dev.pickup.core.call.Transcript;
import dev.pickup.core.call.Transition;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbJournalProjection;
import dev.pickup.core.state.UsageItems;
import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.events.journal.JournalEntry.Latency;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.ToolInvoked;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TestDatabase.class)
class CallRoutesIT {
    private static final Instant RANG = Instant.parse("2026-11-20T15:00:00Z");
    private static final PhoneNumber CALLED = new PhoneNumber("+18779732766");

    private final ConsoleFixture fixture;
    private final Console owner;

    CallRoutesIT(Database database) {
        fixture = new ConsoleFixture(database);
        owner = fixture.owner;
    }

    @Test
    void aFinalizedCallIsToldWhole() {
        CallId id = finalized();

        JsonNode call = owner.ask("GET /api/calls/{callId}", Map.of("callId", id.value()))
                .json();

        assertThat(call.path("status").asText()).isEqualTo("FINALIZED");
        assertThat(call.path("outcome").asText()).isEqualTo("booked");
        assertThat(call.path("transcript").asText()).isEqualTo("complete");
        assertThat(call.path("from").asText()).isEqualTo("+14155550100");
        assertThat(call.path("agentVersion").asInt()).isEqualTo(3);
        assertThat(call.path("durationMs").asLong()).isEqualTo(60_500);
        assertThat(call.path("turns"))
                .extracting(t -> t.path("role").asText() + ": " + t.path("text").asText())
                .containsExactly("agent: Hello.", "caller: Tuesday at three?");
        assertThat(call.at("/turns/0/latencyMs/own").asDouble()).isEqualTo(4.5);
        assertThat(call.at("/turns/1/latencyMs").isNull()).isTrue();
        assertThat(call.at("/tools/0/arguments/date").asText()).isEqualTo("2026-11-24");
        assertThat(call.at("/cost/totalMicros").asLong()).isEqualTo(21_350);
        assertThat(call.path("usageRecordId").asText()).startsWith("use_");
    }

    @Test
    void aCallThatLivesIsToldAsFarAsItIs() {
        CallId id = ringing(RANG, Optional.empty());
        JsonNode call = owner.ask("GET /api/calls/{callId}", Map.of("callId", id.value()))
                .json();

        assertThat(call.path("status").asText()).isEqualTo("RINGING");
        assertThat(call.path("from").isNull()).isTrue();
        assertThat(call.path("cost").isNull()).isTrue();
        assertThat(call.path("endedAt").isNull()).isTrue();
        assertThat(call.path("turns")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2026-11-20, 1",
        "from, 2026-11-21, 0",
        "to, 2026-11-20, 1",
        "to, 2026-11-19, 0",
        "to, 2026-11-20T15:00:00Z, 0",
        "from, 2026-11-20T16:00:00+01:00, 1",
        "agent, agt_desk, 1",
        "agent, agt_other, 0",
        "number, +18779732766, 1",
        "number, ' 18779732766', 1",
        "number, +18779732767, 0",
        "outcome, booked, 1",
        "outcome, failed, 0",
        "q, 4155550100, 1",
        "q, nothing of it, 0"
    })
    void callsAreFiltered(String name, String value, int found) {
        finalized();

        assertThat(owner.ask("GET /api/calls", Map.of("?" + name, value)).json().path("items"))
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"from, yesterday", "to, 2026-13-01", "agent, me", "number, 911", "outcome, nice"})
    void aFilterThatIsNotUnderstoodIsRefused(String name, String value) {
        Answer answer = owner.ask("GET /api/calls", Map.of("?" + name, value));

        assertThat(answer.problem()).isEqualTo("400 request-invalid");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/" + name);
    }

    @Test
    void callsComeInPagesNewestFirst() {
        CallId first = ringing(RANG, Optional.empty());
        CallId second = ringing(RANG.plusSeconds(60), Optional.empty());
        CallId third = ringing(RANG.plusSeconds(120), Optional.empty());

        JsonNode page = owner.ask("GET /api/calls", Map.of("?limit", "2")).json();
        JsonNode rest = owner.ask(
                        "GET /api/calls",
                        Map.of("?limit", "2", "?next", page.path("next").asText()))
                .json();

        assertThat(page.path("items"))
                .extracting(c -> c.path("callId").asText())
                .containsExactly(third.value(), second.value());
        assertThat(rest.path("items"))
                .extracting(c -> c.path("callId").asText())
                .containsExactly(first.value());
    }

    @Test
    void aRecordingIsSentWhole() {
        Answer answer = owner.ask(
                "GET /api/calls/{callId}/recording",
                Map.of("callId", finalized().value()));

        assertThat(answer.header("content-type")).isEqualTo("audio/wav");
        assertThat(answer.response().getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.response().getBody())).startsWith('R', 'I', 'F', 'F');
        CallId without = ringing(RANG, Optional.empty());
        assertThat(owner.ask("GET /api/calls/{callId}/recording", Map.of("callId", without.value()))
                        .problem())
                .isEqualTo("404 recording-not-found");
    }

    @Test
    void callsOfAnotherAccountAreNotThere() {
        Map<String, String> call = Map.of("callId", finalized().value());
        Console stranger = Console.owner(fixture.api, TestDatabase.newAccount());

        assertThat(stranger.ask("GET /api/calls", Map.of()).json().path("items"))
                .isEmpty();
        assertThat(stranger.ask("GET /api/calls/{callId}", call).problem()).isEqualTo("404 call-not-found");
        assertThat(stranger.ask("GET /api/calls/{callId}/recording", call).problem())
                .isEqualTo("404 call-not-found");
        assertThat(owner.ask("GET /api/calls/{callId}", Map.of("callId", "call_none"))
                        .problem())
                .isEqualTo("404 call-not-found");
        assertThat(owner.ask("GET /api/calls/{callId}", Map.of("callId", "../x"))
                        .problem())
                .isEqualTo("404 call-not-found");
    }

    private CallId finalized() {
        Closing closing = new Closing(
                Optional.empty(),
                Optional.of(RANG.plusMillis(61_500)),
                Optional.of(HangupCause.COMPLETED),
                Optional.of(RANG.plusSeconds(62)),
                false,
                Optional.of(CallOutcome.BOOKED),
                Optional.of(ConsoleFixture.WAV_KEY));
        CallId id = newId();
        CallResult result = new CallResult(
                CallOutcome.BOOKED,
                Transcript.COMPLETE,
                RANG.plusSeconds(62),
                Optional.of(UsageRecordId.of(id).value()));
        save(call(id, RANG, Optional.of("+14155550100"), CallState.FINALIZED, closing, Optional.of(result)));
        fixture.database.transact("charge", List.of(UsageItems.append(charge(fixture.account, id))));
        journal(id);
        return id;
    }

    private CallId ringing(Instant rang, Optional<String> caller) {
        CallId id = newId();
        save(call(id, rang, caller, CallState.RINGING, Closing.open(), Optional.empty()));
        return id;
    }

    private void save(Call call) {
        assertThat(fixture.parts.calls().save(new Transition(call, true, List.of(), List.of())))
                .isEqualTo(CallStore.SaveOutcome.SAVED);
    }

    private void journal(CallId id) {
        var projection = new DynamoDbJournalProjection(fixture.database);
        Latency latency = new Latency(null, null, null, null, 80L, null, 290L, 4.5);
        projection.write(
                new JournalRecord(id.value(), 1, 1, 900, new TurnTaken(0, Role.agent, "Hello.", "", 300, 900, latency)),
                RANG);
        projection.write(
                new JournalRecord(
                        id.value(),
                        1,
                        2,
                        2_000,
                        new TurnTaken(1, Role.caller, "Tuesday at three?", "", 1_000, 2_000, null)),
                RANG);
        projection.write(
                new JournalRecord(
                        id.value(),
                        1,
                        3,
                        2_100,
                        new ToolInvoked(
                                "inv_1",
                                "check_availability",
                                Map.of("date", "2026-11-24"),
                                Map.of("available", true),
                                "ok",
                                2_050,
                                12)),
                RANG);
    }

    private Call call(
            CallId id,
            Instant rang,
            Optional<String> caller,
            CallState state,
            Closing closing,
            Optional<CallResult> result) {
        return new Call(
                id,
                fixture.account,
                new CallLeg(CarrierName.TELNYX, "leg-" + id, "control-" + id, "session"),
                caller.map(PhoneNumber::new),
                CALLED,
                new Answering.ByAgent(new AgentId("agt_desk"), 3, Optional.empty(), Duration.ofMinutes(15)),
                state,
                rang,
                Optional.of(rang.plusSeconds(1)),
                CallStream.none(),
                Ownership.none(),
                closing,
                Set.of(),
                result,
                0);
    }

    static UsageRecord charge(AccountId account, CallId id) {
        return new UsageRecord(
                UsageRecordId.of(id),
                account,
                id,
                new AgentId("agt_desk"),
                CALLED,
                YearMonth.of(2026, 11),
                61,
                Cost.of(
                                "USD",
                                61,
                                List.of(
                                        new Cost.Part("carrier", "telnyx", 61, "second", 9_150),
                                        new Cost.Part("platform", "pickup", 61, "second", 12_200)))
                        .by(LocalDate.of(2026, 11, 1)),
                RANG.plusSeconds(62));
    }

    private static CallId newId() {
        return new CallId("call_" + UUID.randomUUID().toString().replace("-", ""));
    }
}
