package dev.pickup.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.state.Database;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.api.ApiJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class AgentRoutesIT {
    private final ConsoleFixture fixture;
    private final Console owner;

    AgentRoutesIT(Database database) {
        fixture = new ConsoleFixture(database);
        owner = fixture.owner;
    }

    @Test
    void templatesAndToolsAreListed() {
        assertThat(owner.ask("GET /api/agent-templates", Map.of()).json().path("items"))
                .extracting(t -> t.path("id").asText())
                .containsExactly("clinic", "salon", "real-estate", "restaurant", "generic");
        assertThat(owner.ask("GET /api/tools", Map.of()).json().path("items"))
                .extracting(t -> t.path("name").asText())
                .containsExactly("check_availability", "book_appointment", "take_message", "end_call");
    }

    @Test
    void anAgentIsMadeFromATemplateAndWhatIsGiven() {
        Answer made = owner.ask("POST /api/agents", Map.of(), """
                {"template": "clinic", "settings": {"name": "Desk", "recording": true,
                 "hours": {"monday": [{"from": "09:00", "to": "12:00"}]}}}""");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("etag")).isEqualTo("\"1\"");
        JsonNode settings = made.json().path("settings");
        assertThat(settings.path("name").asText()).isEqualTo("Desk");
        assertThat(settings.path("business").asText()).isEqualTo("Alder Dental Clinic");
        assertThat(settings.path("recording").asBoolean()).isTrue();
        assertThat(settings.path("hours").size()).isEqualTo(1);
        String id = made.json().path("agentId").asText();
        assertThat(made.header("location")).isEqualTo("/api/agents/" + id);
        assertThat(owner.ask("GET /api/agents/{agentId}", Map.of("agentId", id)).json())
                .isEqualTo(made.json());
    }

    @Test
    void aRepeatWithTheSameKeyMakesNoSecondAgent() {
        Map<String, String> key = Map.of(":idempotency-key", "k-1");
        String body = "{\"settings\": {\"name\": \"Desk\"}}";
        Answer first = owner.ask("POST /api/agents", key, body);
        Answer second = owner.ask("POST /api/agents", key, body);
        Answer other = owner.ask("POST /api/agents", key, "{\"settings\": {\"name\": \"Other\"}}");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(other.problem()).isEqualTo("422 idempotency-key-reused");
        assertThat(owner.ask("GET /api/agents", Map.of()).json().path("items")).hasSize(1);
    }

    @Test
    void theKeyOfOneAccountMeansNothingToAnother() {
        Map<String, String> key = Map.of(":idempotency-key", "k-1");
        Answer first = owner.ask("POST /api/agents", key, "{\"settings\": {}}");
        Answer others = Console.owner(fixture.api, TestDatabase.newAccount())
                .ask("POST /api/agents", key, "{\"settings\": {}}");

        assertThat(others.status()).isEqualTo(201);
        assertThat(others.json().path("agentId")).isNotEqualTo(first.json().path("agentId"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Answer answer = owner.ask("POST /api/agents", Map.of(), """
                {"settings": {"name": "", "temperature": "hot", "timeZone": "Mars/Olympus", "fallbackNumber": "911",
                 "hours": {"monday": [{"from": "9", "to": "12:00"}, {"from": "15:00", "to": "14:00"}], "someday": []},
                 "tools": {"fly": {}, "book_appointment": {"slotMinutes": 30}}, "vocabulary": "words",
                 "otherLanguages": ["es-US", "es-ES"], "redactPii": "yes", "hedgePercent": 12.5,
                 "limits": {"silencePromptSeconds": 1.5}, "nonsense": 1}}""");

        assertThat(answer.problem()).isEqualTo("422 agent-invalid");
        assertThat(answer.json().path("errors"))
                .extracting(
                        e -> e.path("code").asText() + " " + e.path("pointer").asText())
                .containsExactlyInAnyOrder(
                        "required /name",
                        "malformed /temperature",
                        "malformed /timeZone",
                        "malformed /fallbackNumber",
                        "malformed /hours/monday/0/from",
                        "out-of-range /hours/monday/1",
                        "unknown /hours/someday",
                        "unknown /tools/fly",
                        "wrong-type /tools/book_appointment/slotMinutes",
                        "malformed /vocabulary",
                        "repeated /otherLanguages/1",
                        "malformed /redactPii",
                        "wrong-type /hedgePercent",
                        "wrong-type /limits/silencePromptSeconds",
                        "required /limits/silenceGoodbyeSeconds",
                        "required /limits/maxDurationSeconds",
                        "unknown /nonsense");
        assertThat(owner.ask("GET /api/agents", Map.of()).json().path("items")).isEmpty();
    }

    @Test
    void aSaveIsANewVersionAndAnOldEditIsRefused() {
        String id = fixture.agent();
        ObjectNode settings = (ObjectNode) owner.ask("GET /api/agents/{agentId}", Map.of("agentId", id))
                .json()
                .path("settings");
        String body = ApiJson.text(Map.of(
                "settings",
                settings.put("name", "Renamed")
                        .put("hedgePercent", 30)
                        .put("fallbackNumber", "+14155550100")
                        .put("zeroToPerson", true)));

        Answer saved = owner.ask("PUT /api/agents/{agentId}", Map.of("agentId", id, ":if-match", "\"1\""), body);
        Answer stale = owner.ask("PUT /api/agents/{agentId}", Map.of("agentId", id, ":if-match", "\"1\""), body);
        Answer blind = owner.ask("PUT /api/agents/{agentId}", Map.of("agentId", id), body);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("version").asInt()).isEqualTo(2);
        assertThat(saved.json().at("/settings/hedgePercent").asInt()).isEqualTo(30);
        assertThat(saved.json().at("/settings/zeroToPerson").asBoolean()).isTrue();
        assertThat(stale.problem()).isEqualTo("409 agent-changed");
        assertThat(blind.problem()).isEqualTo("428 version-required");
        assertThat(owner.ask("GET /api/agents/{agentId}/versions", Map.of("agentId", id))
                        .json()
                        .path("items"))
                .extracting(v -> v.path("settings").path("name").asText())
                .containsExactly("Renamed", "Desk");
        Answer first = owner.ask("GET /api/agents/{agentId}/versions/{version}", Map.of("agentId", id, "version", "1"));
        assertThat(first.json().path("settings").path("name").asText()).isEqualTo("Desk");
    }

    @Test
    void whatIsReplacedMustBeWholeButForWhatHasADefault() {
        String id = fixture.agent();

        Answer answer =
                owner.ask("PUT /api/agents/{agentId}", Map.of("agentId", id), "{\"version\": 1, \"settings\": {}}");

        assertThat(answer.problem()).isEqualTo("422 agent-invalid");
        assertThat(answer.json().path("errors"))
                .extracting(e -> e.path("pointer").asText())
                .contains("/name", "/systemPrompt", "/hours", "/timeZone")
                .doesNotContain(
                        "/voice", "/fallbackNumber", "/enabled", "/otherLanguages", "/hedgePercent", "/zeroToPerson");
    }

    @Test
    void anAgentThatANumberDrivesIsNotDeleted() {
        String id = fixture.agent();
        Map<String, String> number = Map.of("e164", fixture.number().e164());
        owner.ask("PUT /api/telephony/numbers/{e164}/agent", number, "{\"agentId\": \"" + id + "\"}");

        assertThat(owner.ask("DELETE /api/agents/{agentId}", Map.of("agentId", id))
                        .problem())
                .isEqualTo("409 agent-in-use");
        owner.ask("DELETE /api/telephony/numbers/{e164}/agent", number);
        assertThat(owner.ask("DELETE /api/agents/{agentId}", Map.of("agentId", id))
                        .status())
                .isEqualTo(204);
        assertThat(owner.ask("GET /api/agents/{agentId}", Map.of("agentId", id)).problem())
                .isEqualTo("404 agent-not-found");
        assertThat(owner.ask("GET /api/agents/{agentId}/versions/{version}", Map.of("agentId", id, "version", "1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void agentsOfAnotherAccountAreNotThere() {
        String id = fixture.agent();
        Console stranger = Console.owner(fixture.api, TestDatabase.newAccount());
        Map<String, String> agent = Map.of("agentId", id);

        assertThat(stranger.ask("GET /api/agents", Map.of()).json().path("items"))
                .isEmpty();
        assertThat(stranger.ask("GET /api/agents/{agentId}", agent).problem()).isEqualTo("404 agent-not-found");
        assertThat(stranger.ask("GET /api/agents/{agentId}/versions", agent).problem())
                .isEqualTo("404 agent-not-found");
        assertThat(stranger.ask("GET /api/agents/{agentId}/versions/{version}", Map.of("agentId", id, "version", "1"))
                        .problem())
                .isEqualTo("404 agent-not-found");
        assertThat(stranger.ask("PUT /api/agents/{agentId}", agent, "{\"version\": 1, \"settings\": {}}")
                        .problem())
                .isEqualTo("404 agent-not-found");
        assertThat(stranger.ask("DELETE /api/agents/{agentId}", agent).problem())
                .isEqualTo("404 agent-not-found");
        assertThat(owner.ask("GET /api/agents/{agentId}", agent).status()).isEqualTo(200);
    }

    @Test
    void agentsComeInPages() {
        for (int i = 0; i < 3; i++) {
            fixture.agent();
        }
        Answer first = owner.ask("GET /api/agents", Map.of("?limit", "2"));
        Answer second = owner.ask(
                "GET /api/agents",
                Map.of("?limit", "2", "?next", first.json().path("next").asText()));

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().path("next").isNull()).isTrue();
    }
}
