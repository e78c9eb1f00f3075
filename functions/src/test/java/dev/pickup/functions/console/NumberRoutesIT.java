package dev.pickup.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.state.Database;
import dev.pickup.functions.Console;
import dev.pickup.functions.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class NumberRoutesIT {
    private static final String NUMBER = "/api/telephony/numbers/{e164}";

    private final ConsoleFixture fixture;
    private final Console owner;
    private final Map<String, String> number;

    NumberRoutesIT(Database database) {
        fixture = new ConsoleFixture(database);
        owner = fixture.owner;
        number = Map.of("e164", fixture.number().e164());
    }

    @Test
    void aNumberIsAttachedAndDetached() {
        String agent = fixture.agent();

        assertThat(owner.ask("PUT " + NUMBER + "/agent", number, "{\"agentId\": \"" + agent + "\"}")
                        .json()
                        .path("agentId")
                        .asText())
                .isEqualTo(agent);
        assertThat(owner.ask("GET /api/telephony/numbers", Map.of()).json().path("items"))
                .singleElement()
                .satisfies(n -> assertThat(n.path("agentId").asText()).isEqualTo(agent));
        assertThat(owner.ask("DELETE " + NUMBER + "/agent", number)
                        .json()
                        .path("agentId")
                        .isNull())
                .isTrue();
    }

    @Test
    void anAgentThatIsNotThereIsNotAttached() {
        assertThat(owner.ask("PUT " + NUMBER + "/agent", number, "{\"agentId\": \"agt_none\"}")
                        .problem())
                .isEqualTo("404 agent-not-found");
        assertThat(owner.ask("PUT " + NUMBER + "/agent", number, "{\"agentId\": 7}")
                        .problem())
                .isEqualTo("404 agent-not-found");
    }

    @Test
    void aNumberIsRenamed() {
        assertThat(owner.ask("PATCH " + NUMBER, number, "{\"label\": \"Night line\"}")
                        .json()
                        .path("label")
                        .asText())
                .isEqualTo("Night line");
        assertThat(owner.ask("PATCH " + NUMBER, number, "{\"label\": 7}").problem())
                .isEqualTo("400 request-invalid");
    }

    @Test
    void theEscapedPlusSignIsUnderstood() {
        String escaped = number.get("e164").replace("+", "%2B");
        assertThat(owner.ask("GET " + NUMBER, Map.of("e164", escaped)).status()).isEqualTo(200);
        assertThat(owner.ask("GET " + NUMBER, Map.of("e164", "911")).problem()).isEqualTo("404 number-not-found");
    }

    @Test
    void theNumberOfAnotherAccountIsNotThere() {
        Console stranger = Console.owner(fixture.api, TestDatabase.newAccount());

        assertThat(stranger.ask("GET " + NUMBER, number).problem()).isEqualTo("404 number-not-found");
        assertThat(stranger.ask("PATCH " + NUMBER, number, "{\"label\": \"mine\"}")
                        .problem())
                .isEqualTo("404 number-not-found");
        assertThat(stranger.ask("PUT " + NUMBER + "/agent", number, "{\"agentId\": \"agt_x\"}")
                        .problem())
                .isEqualTo("404 number-not-found");
        assertThat(stranger.ask("DELETE " + NUMBER + "/agent", number).problem())
                .isEqualTo("404 number-not-found");
    }
}
