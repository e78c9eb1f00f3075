package dev.pickup.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.call.CallId;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.UsageItems;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class UsageRoutesIT {
    private final ConsoleFixture fixture;
    private final Console owner;

    UsageRoutesIT(Database database) {
        fixture = new ConsoleFixture(database);
        owner = fixture.owner;
    }

    @Test
    void aMonthIsToldByAgentAndByNumber() {
        fixture.parts.usage().count(fixture.account, charge("call_1").toEvent());
        fixture.parts.usage().count(fixture.account, charge("call_2").toEvent());

        JsonNode usage =
                owner.ask("GET /api/usage", Map.of("?month", "2026-11")).json();

        assertThat(usage.path("calls").asInt()).isEqualTo(2);
        assertThat(usage.path("billedSeconds").asInt()).isEqualTo(122);
        assertThat(usage.path("micros").asInt()).isEqualTo(42_700);
        assertThat(usage.at("/accruing/numberMicros").asInt()).isZero();
        assertThat(usage.at("/agents/0/agentId").asText()).isEqualTo("agt_desk");
        assertThat(usage.at("/numbers/0/phoneNumber").asText()).isEqualTo("+18779732766");
        assertThat(owner.ask("GET /api/usage", Map.of()).json()).isEqualTo(usage);
        assertThat(owner.ask("GET /api/usage", Map.of("?month", "2026-10"))
                        .json()
                        .path("calls")
                        .asInt())
                .isZero();
    }

    @Test
    void aMonthIsExportedCallByCall() {
        fixture.database.transact("charge", List.of(UsageItems.append(charge("call_1"))));

        Answer csv = owner.ask("GET /api/usage", Map.of("?month", "2026-11", "?format", "csv"));

        assertThat(csv.header("content-disposition")).contains("pickup-usage-2026-11.csv");
        assertThat(csv.response().getBody())
                .isEqualTo(
                        "recordedAt,usageRecordId,callId,agentId,number,billedSeconds,currency,totalMicros,"
                                + "carrierMicros,speech-to-textMicros,modelMicros,voiceMicros,platformMicros,"
                                + "numberMicros,number-setupMicros\r\n"
                                + "2026-11-20T15:01:02Z,use_1,call_1,agt_desk,+18779732766,61,USD,21350,9150,0,0,0,12200,0,0\r\n");
    }

    @Test
    void anotherAccountsUsageIsNotSeen() {
        fixture.parts.usage().count(fixture.account, charge("call_1").toEvent());
        Console stranger = Console.owner(fixture.api, TestDatabase.newAccount());

        assertThat(stranger.ask("GET /api/usage", Map.of("?month", "2026-11"))
                        .json()
                        .path("calls")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsNoMonthIsRefused() {
        assertThat(owner.ask("GET /api/usage", Map.of("?month", "november")).problem())
                .isEqualTo("400 request-invalid");
        assertThat(owner.ask("GET /api/usage", Map.of("?format", "xls")).problem())
                .isEqualTo("400 request-invalid");
    }

    private UsageRecord charge(String call) {
        return CallRoutesIT.charge(fixture.account, new CallId(call));
    }
}
